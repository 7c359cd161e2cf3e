using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.BlockTree;
using SearchNews.Lucene.Codecs.Lucene50;
using SearchNews.Lucene.Codecs.Lucene60;
using SearchNews.Lucene.Codecs.Lucene80;
using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Codecs.Lucene86;
using SearchNews.Lucene.Codecs.Lucene87;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Index;

/// <summary>Writes the files of a segment, stored fields excepted, which are there already: norms, doc values, postings, fields, all of them packed in one if wanted, and at last the .si with the list of all.</summary>
internal static class SegmentContentWriter
{
    /// <summary>Completes a segment. The files are not fsynced.</summary>
    /// <param name="directory">Where to; knows the files of stored fields.</param>
    /// <param name="segment">Name, id and diagnostics.</param>
    /// <param name="content">What to write.</param>
    /// <param name="packs">Whether files of so many bytes together are packed in a compound file.</param>
    public static SegmentInfo Write(TrackingDirectory directory, SegmentInfo segment, SegmentContent content, Func<long, bool> packs)
    {
        FieldInfos fields = content.Fields;
        segment = segment with { MaxDoc = content.MaxDoc };
        if (fields.HasNorms) WriteNorms(new SegmentWriteState(directory, segment, fields), content);
        if (fields.HasDocValues) WriteDocValues(new SegmentWriteState(directory, segment, fields, Lucene87Codec.FileSuffix(Lucene87Codec.DocValuesFormat, Lucene87Codec.OnlySuffix)), content);
        if (fields.HasPostings) WritePostings(new SegmentWriteState(directory, segment, fields, Lucene87Codec.FileSuffix(Lucene87Codec.PostingsFormat, Lucene87Codec.OnlySuffix)), content);
        Lucene60FieldInfosFormat.Write(directory, segment, fields);
        bool isCompound = packs(directory.Created.Sum(directory.FileLength));
        if (isCompound) Pack(directory, segment);
        string ownName = IndexFileNames.SegmentFileName(segment.Name, "", Lucene86SegmentInfoFormat.Extension);
        segment = segment with
        {
            IsCompoundFile = isCompound,
            Files = [.. directory.Created, ownName],
            Attributes = new SortedDictionary<string, string>(StringComparer.Ordinal) { [Lucene87StoredFieldsFormat.ModeAttribute] = Lucene87StoredFieldsFormat.BestSpeed },
        };
        Lucene86SegmentInfoFormat.Write(directory, segment);
        return segment;
    }

    private static void Pack(TrackingDirectory directory, SegmentInfo segment)
    {
        string[] files = [.. directory.Created];
        Lucene50CompoundFormat.Write(directory, segment, files);
        foreach (string file in files) directory.DeleteFile(file);
    }

    private static void WriteNorms(SegmentWriteState state, SegmentContent content)
    {
        using var writer = new Lucene80NormsWriter(state);
        foreach (FieldInfo field in state.Fields)
        {
            if (field.HasNorms) writer.AddField(field, () => content.GetNorms(field));
        }

        writer.Finish();
    }

    private static void WriteDocValues(SegmentWriteState state, SegmentContent content)
    {
        using var writer = new Lucene80DocValuesWriter(state);
        foreach (FieldInfo field in state.Fields)
        {
            switch (field.DocValuesType)
            {
                case DocValuesType.Numeric: writer.AddNumericField(field, () => content.GetNumeric(field)); break;
                case DocValuesType.Binary: writer.AddBinaryField(field, () => content.GetBinary(field)); break;
                case DocValuesType.Sorted: writer.AddSortedField(field, () => content.GetSorted(field)); break;
                case DocValuesType.SortedSet: writer.AddSortedSetField(field, () => content.GetSortedSet(field)); break;
                case DocValuesType.SortedNumeric: writer.AddSortedNumericField(field, () => content.GetSortedNumeric(field)); break;
            }
        }

        writer.Finish();
    }

    private static void WritePostings(SegmentWriteState state, SegmentContent content)
    {
        // Score bounds need the norms of every document of every term, at random; the file just written gives them.
        Lucene80NormsReader? norms = state.Fields.HasNorms ? new Lucene80NormsReader(new SegmentReadState(state.Directory, state.Segment, state.Fields)) : null;
        using var postings = new Lucene84PostingsWriter(state);
        using var terms = new BlockTreeTermsWriter(state, postings);
        terms.Write(FieldTerms(state.Fields, content), field => field.HasNorms ? norms!.GetNorms(field) : null);
        postings.Close();
    }

    private static IEnumerable<FieldTerms> FieldTerms(FieldInfos fields, SegmentContent content)
    {
        foreach (FieldInfo field in fields.Where(f => f.IndexOptions != IndexOptions.None).OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            if (content.GetTerms(field) is { } terms) yield return new FieldTerms(field, terms);
        }
    }
}

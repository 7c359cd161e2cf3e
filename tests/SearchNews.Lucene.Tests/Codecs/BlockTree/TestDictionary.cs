using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.BlockTree;
using SearchNews.Lucene.Codecs.Lucene60;
using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Codecs.Lucene86;
using SearchNews.Lucene.Codecs.Lucene87;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.BlockTree;

/// <summary>A segment with nothing but terms, and postings and stored fields as far as Lucene insists on them.</summary>
internal sealed class TestDictionary
{
    private readonly SortedDictionary<string, (IndexOptions Options, IReadOnlyList<TermDocs> Terms)> _content = new(StringComparer.Ordinal);

    public TestDictionary(int maxDoc) =>
        Segment = new SegmentInfo
        {
            Name = "_0",
            Id = [.. Enumerable.Range(1, 16).Select(b => (byte)b)],
            MaxDoc = maxDoc,
            Attributes = new SortedDictionary<string, string>(StringComparer.Ordinal) { [Lucene87StoredFieldsFormat.ModeAttribute] = Lucene87StoredFieldsFormat.BestSpeed },
        };

    public SegmentInfo Segment { get; }

    /// <summary>The fields: numbered from 0 by name.</summary>
    public FieldInfos Fields => new(_content.Select((pair, number) => new FieldInfo
    {
        Name = pair.Key,
        Number = number,
        IndexOptions = pair.Value.Options,
        OmitNorms = true,
        Attributes = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [Lucene87Codec.PostingsFormatKey] = Lucene87Codec.PostingsFormat,
            [Lucene87Codec.PostingsSuffixKey] = Lucene87Codec.OnlySuffix,
        },
    }));

    public TestDictionary Add(string field, IndexOptions options, IReadOnlyList<TermDocs> terms)
    {
        _content.Add(field, (options, terms));
        return this;
    }

    /// <summary>Writes the dictionary and the postings.</summary>
    public void Write(IndexDirectory directory)
    {
        FieldInfos fields = Fields;
        var state = new SegmentWriteState(directory, Segment, fields, Lucene84PostingsFormat.Suffix);
        using var postings = new Lucene84PostingsWriter(state);
        using var writer = new BlockTreeTermsWriter(state, postings);
        writer.Write(_content.Select(pair => new FieldTerms(fields.Find(pair.Key)!, new ListTermsEnum(pair.Value.Terms))), static _ => null);
        postings.Close();
    }

    /// <summary>Writes a whole index of this one segment.</summary>
    public void WriteIndex(IndexDirectory directory)
    {
        Write(directory);
        Lucene60FieldInfosFormat.Write(directory, Segment, Fields);
        using (var stored = new Lucene87StoredFieldsWriter(new SegmentWriteState(directory, Segment, Fields)))
        {
            for (int doc = 0; doc < Segment.MaxDoc; doc++)
            {
                stored.StartDocument();
                stored.FinishDocument();
            }

            stored.Finish(Segment.MaxDoc);
        }

        SegmentInfo segment = Segment with { Files = [.. directory.ListAll(), "_0.si"] };
        Lucene86SegmentInfoFormat.Write(directory, segment);
        var commit = new SegmentInfos { Generation = 1, Counter = 1, Version = 1, Segments = [new SegmentCommitInfo { Info = segment }] };
        SegmentInfosFormat.Write(directory, commit.FileName, commit, Segment.Id);
    }

    public BlockTreeTermsReader Open(IndexDirectory directory) => Open(directory, Segment, Fields);

    public static BlockTreeTermsReader Open(IndexDirectory directory, SegmentInfo segment, FieldInfos fields)
    {
        var state = new SegmentReadState(directory, segment, fields, Lucene84PostingsFormat.Suffix);
        return new BlockTreeTermsReader(state, new Lucene84PostingsReader(state));
    }

    /// <summary>What the dictionary must say of a field's terms.</summary>
    public List<TermLine> Lines(string field) =>
        [.. _content[field].Terms.Where(t => t.Docs.Count > 0).Select(t => t.Line(_content[field].Options >= IndexOptions.DocsAndFreqs))];
}

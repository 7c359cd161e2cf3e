using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.Lucene87;
using SearchNews.Lucene.Index.Merging;
using SearchNews.Lucene.Index.Sorting;

namespace SearchNews.Lucene.Index.Buffering;

/// <summary>Writes the documents of a buffer as a segment.</summary>
internal static class SegmentFlusher
{
    /// <summary>Completes the segment of a buffer with at least one document. Nothing may be added to the buffer afterwards.</summary>
    /// <param name="buffer">The documents.</param>
    /// <param name="useCompoundFile">Whether the files are packed in one.</param>
    /// <param name="sort">The order of the documents; empty for that in which they came.</param>
    /// <param name="arrivals">For a sorted segment by document how many came before it, else null.</param>
    public static SegmentInfo Flush(DocumentBuffer buffer, bool useCompoundFile, IReadOnlyList<IndexSortField> sort, out int[]? arrivals)
    {
        buffer.FinishStoredFields();
        SegmentInfo segment = buffer.Segment with { IndexSort = sort, Diagnostics = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["source"] = "flush" } };
        SegmentContent content = new BufferedContent(buffer);
        arrivals = null;
        if (sort.Count > 0)
        {
            DocumentOrder order = DocumentOrder.Of(content, sort);
            arrivals = order.OldDocs;
            WriteStoredFields(buffer, content, order);
            content = new ReorderedContent(content, order);
        }

        return SegmentContentWriter.Write(buffer.Directory, segment, content, _ => useCompoundFile);
    }

    private static void WriteStoredFields(DocumentBuffer buffer, SegmentContent content, DocumentOrder order)
    {
        SegmentInfo arrived = buffer.Segment with
        {
            MaxDoc = content.MaxDoc,
            Attributes = new SortedDictionary<string, string>(StringComparer.Ordinal) { [Lucene87StoredFieldsFormat.ModeAttribute] = Lucene87StoredFieldsFormat.BestSpeed },
        };
        var stored = new StoredFieldsCursor(new Lucene87StoredFieldsReader(new SegmentReadState(buffer.StoredDirectory, arrived, content.Fields)));
        using var writer = new Lucene87StoredFieldsWriter(new SegmentWriteState(buffer.Directory, buffer.Segment, content.Fields));
        var copier = new StoredFieldsMerger(writer, content.Fields);
        foreach (int doc in order.OldDocs) copier.Copy(stored, doc);
        writer.Finish(content.MaxDoc);
    }
}

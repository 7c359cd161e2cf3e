namespace SearchNews.Lucene.Index.Buffering;

/// <summary>Writes the documents of a buffer as a segment.</summary>
internal static class SegmentFlusher
{
    /// <summary>Completes the segment of a buffer with at least one document. Nothing may be added to the buffer afterwards.</summary>
    public static SegmentInfo Flush(DocumentBuffer buffer, bool useCompoundFile)
    {
        buffer.FinishStoredFields();
        SegmentInfo segment = buffer.Segment with { Diagnostics = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["source"] = "flush" } };
        return SegmentContentWriter.Write(buffer.Directory, segment, new BufferedContent(buffer), _ => useCompoundFile);
    }
}

namespace SearchNews.Lucene.Index;

/// <summary>A segment of an <see cref="IndexWriter"/>.</summary>
/// <param name="Commit">As it would be committed.</param>
/// <param name="Bytes">Length of its files.</param>
internal sealed record WriterSegment(SegmentCommitInfo Commit, long Bytes)
{
    /// <summary>What the live documents would take, roughly.</summary>
    public long LiveBytes => Commit.Info.MaxDoc == 0 ? Bytes : (long)((double)Bytes * Commit.LiveCount / Commit.Info.MaxDoc);
}

using System.Runtime.InteropServices;

namespace SearchNews.Lucene.Index.Merging;

/// <summary>What decides whether a segment is merged.</summary>
/// <param name="LiveBytes">What its live documents take.</param>
/// <param name="MaxDoc">Number of documents, deleted ones included.</param>
/// <param name="DeletedCount">Number of deleted documents.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MergeCandidate(long LiveBytes, int MaxDoc, int DeletedCount)
{
    /// <summary>The candidate a segment is.</summary>
    public static MergeCandidate Of(WriterSegment segment) => new(segment.LiveBytes, segment.Commit.Info.MaxDoc, segment.DeletedCount);
}

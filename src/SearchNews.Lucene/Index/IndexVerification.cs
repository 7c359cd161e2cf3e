namespace SearchNews.Lucene.Index;

/// <summary>What <see cref="IndexVerifier"/> found and counted on the way.</summary>
public sealed record IndexVerification
{
    /// <summary>The commit that was read; null when it could not be.</summary>
    public SegmentInfos? Commit { get; init; }

    /// <summary>Everything that is wrong, in the order of segments; empty for a sound index.</summary>
    public IReadOnlyList<IndexProblem> Problems { get; init; } = [];

    /// <summary>Length of all files of the commit.</summary>
    public long Bytes { get; init; }

    /// <summary>Documents, deleted ones included.</summary>
    public long Documents { get; init; }

    /// <summary>Deleted documents.</summary>
    public long DeletedDocuments { get; init; }

    /// <summary>Terms, counted for each field and segment.</summary>
    public long Terms { get; init; }

    /// <summary>Pairs of term and document.</summary>
    public long Postings { get; init; }

    /// <summary>Positions of terms.</summary>
    public long Positions { get; init; }

    /// <summary>Values of doc values.</summary>
    public long DocValues { get; init; }

    /// <summary>Stored values.</summary>
    public long StoredValues { get; init; }

    /// <summary>True when nothing is wrong.</summary>
    public bool IsSound => Problems.Count == 0;
}

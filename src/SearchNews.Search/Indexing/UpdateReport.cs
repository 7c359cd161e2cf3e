namespace SearchNews.Search.Indexing;

/// <summary>What an update did.</summary>
public sealed record UpdateReport : IndexReport
{
    /// <summary>The last commit's number; that of before when nothing changed.</summary>
    public long Commit { get; init; }
}

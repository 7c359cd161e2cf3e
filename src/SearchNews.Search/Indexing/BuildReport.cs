namespace SearchNews.Search.Indexing;

/// <summary>What a build did. Changes that came while it ran are counted like any other.</summary>
public sealed record BuildReport : IndexReport
{
    /// <summary>Generations deleted after the switch.</summary>
    public IReadOnlyList<string> Pruned { get; init; } = [];
}

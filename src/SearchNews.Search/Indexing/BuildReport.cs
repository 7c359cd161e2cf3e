namespace SearchNews.Search.Indexing;

/// <summary>What a build did. Changes that came while it ran are counted like any other.</summary>
public sealed record BuildReport : IndexReport
{
    /// <summary>Generations deleted after the switch.</summary>
    public IReadOnlyList<string> Pruned { get; init; } = [];

    /// <summary>Seconds spent merging segments, part of <see cref="IndexReport.CommitSeconds"/>.</summary>
    public double MergeSeconds { get; init; }

    /// <summary>Seconds spent grouping articles into stories, on a thread of its own beside the merge.</summary>
    public double StorySeconds { get; init; }

    /// <summary>Seconds spent reading back and verifying what was written.</summary>
    public double VerifySeconds { get; init; }

    /// <summary>Seconds spent on the last look at the folder, the manifest and the switch.</summary>
    public double FinishSeconds { get; init; }
}

namespace SearchNews.Search.Maintenance;

/// <summary>How a folder is watched.</summary>
public sealed record WatchOptions
{
    /// <summary>How long the folder must be quiet after a change before it is looked at. Default: 200 ms.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Longest time from a change to the look, however restless the folder is. Default: 1 s.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Time between two looks when the system tells of no change: the safety net. Default: 60 s.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Time between two looks while the system cannot tell of changes, and after a failure. Default: 5 s.</summary>
    public TimeSpan FallbackInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>An article whose file became broken less than this ago stays in the index, as its writer may not be done. Default: 3 s.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Articles that may go at once whatever their share of the index, as long as one stays; more want to be at most a tenth. Default: 20.</summary>
    public int FewAllowed { get; init; } = 20;

    /// <summary>Go on even when fewer than 90% of the articles would be left.</summary>
    public bool AllowShrink { get; init; }

    /// <summary>Go on even when more than 20 files and over 5% are newly skipped.</summary>
    public bool AllowSkips { get; init; }
}

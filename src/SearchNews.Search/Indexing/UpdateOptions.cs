namespace SearchNews.Search.Indexing;

/// <summary>How to bring a generation up to date with its source folder.</summary>
public sealed record UpdateOptions
{
    /// <summary>Read every file and compare content hashes, whatever size and modification time say.</summary>
    public bool FullHash { get; init; }

    /// <summary>Commit even when fewer than 90% of the articles would be left.</summary>
    public bool AllowShrink { get; init; }

    /// <summary>Commit even when more than 20 files and over 5% are skipped.</summary>
    public bool AllowSkips { get; init; }

    /// <summary>Threads that read and parse articles; by default two a core, as they wait for the disk.</summary>
    public int Parallelism { get; init; } = ReadAhead.UsualThreads;

    /// <summary>Wait for merges, as the writer is closed afterwards.</summary>
    internal bool FinishMerges { get; init; }

    /// <summary>See <see cref="FolderPassOptions.Patience"/>.</summary>
    internal TimeSpan Patience { get; init; }

    /// <summary>Articles that may go whatever their share, as long as one stays: for watching, where nobody is asked.</summary>
    internal int FewAllowed { get; init; }
}

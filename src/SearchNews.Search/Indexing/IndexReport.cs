namespace SearchNews.Search.Indexing;

/// <summary>What was done to bring an index to the state of its source folder.</summary>
public abstract record IndexReport
{
    /// <summary>The generation's name.</summary>
    public required string Generation { get; init; }

    /// <summary>Articles added or indexed anew.</summary>
    public int Indexed { get; init; }

    /// <summary>Articles left as they were.</summary>
    public int Unchanged { get; init; }

    /// <summary>Articles taken out of the index: their file is gone, says <c>removed: true</c> now, or is skipped now.</summary>
    public int Deleted { get; init; }

    /// <summary>Files that say <c>removed: true</c>, whether they did before or not.</summary>
    public int Removed { get; init; }

    /// <summary>Links and other things that are not regular files, left out.</summary>
    public int NotRegular { get; init; }

    /// <summary>Files left out because something is wrong with them, as a rebuild would name them, in path order: <c>path:line:column: reason</c>.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];

    /// <summary>Articles now indexed without a value that could not be read, in path order: <c>path:line:column: reason</c>.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Seconds from start to end.</summary>
    public double Seconds { get; init; }

    /// <summary>Seconds spent listing the folder and finding out what changed.</summary>
    public double ScanSeconds { get; init; }

    /// <summary>Seconds spent reading files, summed over threads.</summary>
    public double ReadSeconds { get; init; }

    /// <summary>Seconds spent parsing front matter, summed over threads.</summary>
    public double ParseSeconds { get; init; }

    /// <summary>Seconds spent making documents of articles, summed over threads.</summary>
    public double MapSeconds { get; init; }

    /// <summary>Seconds spent analysing and indexing.</summary>
    public double IndexSeconds { get; init; }

    /// <summary>Seconds spent making the changes durable.</summary>
    public double CommitSeconds { get; init; }

    /// <summary>Bytes of the generation.</summary>
    public long Bytes { get; init; }
}

namespace SearchNews.Search.Indexing;

/// <summary>What a build did.</summary>
public sealed record BuildReport
{
    /// <summary>The new generation's name.</summary>
    public required string Generation { get; init; }

    /// <summary>Articles indexed.</summary>
    public int Indexed { get; init; }

    /// <summary>Articles left out because their front matter says <c>removed: true</c>.</summary>
    public int Removed { get; init; }

    /// <summary>Links and other things that are not regular files, left out.</summary>
    public int NotRegular { get; init; }

    /// <summary>Articles left out because something is wrong with them, in path order: <c>path:line:column: reason</c>.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];

    /// <summary>Articles indexed without a value that could not be read, in path order: <c>path:line:column: reason</c>.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Seconds from start to end.</summary>
    public double Seconds { get; init; }

    /// <summary>Seconds spent reading files, summed over threads.</summary>
    public double ReadSeconds { get; init; }

    /// <summary>Seconds spent parsing front matter, summed over threads.</summary>
    public double ParseSeconds { get; init; }

    /// <summary>Seconds spent analysing and indexing.</summary>
    public double IndexSeconds { get; init; }

    /// <summary>Bytes of the new generation.</summary>
    public long Bytes { get; init; }

    /// <summary>Generations deleted after the switch.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];
}

namespace SearchNews.Search.Responses;

/// <summary>How an answer came about.</summary>
public sealed record ResponseMeta
{
    /// <summary>Milliseconds spent searching.</summary>
    public double Took { get; init; }

    /// <summary>The generation that answered, such as <c>g000002</c>.</summary>
    public required string Generation { get; init; }

    /// <summary>The commit of the generation.</summary>
    public long Commit { get; init; }

    /// <summary>The instant that ages were counted from.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>How the query was understood; null where there is none.</summary>
    public QueryInfo? Query { get; init; }

    /// <summary>True when not all words were required after all.</summary>
    public bool Relaxed { get; init; }

    /// <summary>True when time ran out and hits may be missing.</summary>
    public bool Partial { get; init; }

    /// <summary>What the user should know, in plain words.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The ranking profile; null where none applies.</summary>
    public string? Profile { get; init; }
}

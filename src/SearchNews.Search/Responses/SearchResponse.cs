namespace SearchNews.Search.Responses;

/// <summary>One page of hits.</summary>
public sealed record SearchResponse
{
    /// <summary>How the answer came about.</summary>
    public required ResponseMeta Meta { get; init; }

    /// <summary>How much was found.</summary>
    public required TotalHits Total { get; init; }

    /// <summary>1-based page.</summary>
    public int Page { get; init; }

    /// <summary>Hits asked for.</summary>
    public int Size { get; init; }

    /// <summary>Address of the next page; null on the last.</summary>
    public string? Next { get; init; }

    /// <summary>Opaque place to go on from; null when there is none.</summary>
    public string? Cursor { get; init; }

    /// <summary>The hits, best first.</summary>
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>Counts by field; null when not asked for.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>? Facets { get; init; }

    /// <summary>A better spelling, or null.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>Addresses.</summary>
    public ResponseLinks Links { get; init; } = new(null, null, null);
}

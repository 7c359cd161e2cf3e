namespace SearchNews.Search.Responses;

/// <summary>One page of stories.</summary>
public sealed record StoriesResponse
{
    /// <summary>How the answer came about.</summary>
    public required ResponseMeta Meta { get; init; }

    /// <summary>Stories, and the articles that passed the filters.</summary>
    public required TotalHits Total { get; init; }

    /// <summary>1-based page.</summary>
    public int Page { get; init; }

    /// <summary>Stories asked for.</summary>
    public int Size { get; init; }

    /// <summary>Address of the next page; null on the last.</summary>
    public string? Next { get; init; }

    /// <summary>The stories, each whole, with articles that did not pass the filters too.</summary>
    public required IReadOnlyList<StoryResponse> Hits { get; init; }
}

namespace SearchNews.Api.Feeds;

/// <summary>A page of a search as a feed, before it is written in one form or another. Texts are clean, addresses absolute.</summary>
internal sealed record Feed
{
    /// <summary>An id that lasts, the same on every page.</summary>
    public required string Id { get; init; }

    /// <summary>What is searched for.</summary>
    public required string Title { get; init; }

    /// <summary>A sentence about it.</summary>
    public required string Description { get; init; }

    /// <summary>The same search for people.</summary>
    public required string HomePage { get; init; }

    /// <summary>This page of the feed.</summary>
    public required string Self { get; init; }

    /// <summary>The first page; null on it.</summary>
    public string? First { get; init; }

    /// <summary>The page before, or null.</summary>
    public string? Previous { get; init; }

    /// <summary>The next page, or null.</summary>
    public string? Next { get; init; }

    /// <summary>When something of it last changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>The items, in the order of the search.</summary>
    public required IReadOnlyList<FeedItem> Items { get; init; }
}

namespace SearchNews.Api.Feeds;

/// <summary>One story, or one article when they are not grouped. Texts are clean, addresses absolute.</summary>
internal sealed record FeedItem
{
    /// <summary>An id that lasts.</summary>
    public required string Id { get; init; }

    /// <summary>Where to read it.</summary>
    public required string Url { get; init; }

    /// <summary>The title, or the beginning of the excerpt; plain text, never empty.</summary>
    public required string Title { get; init; }

    /// <summary>The excerpt, plain text, or null.</summary>
    public string? Summary { get; init; }

    /// <summary>Publication, or null.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>The publisher's last change, or null.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>The last change that is known: by the publisher, else publication, else when the index was built.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Who published it, or null.</summary>
    public string? Author { get; init; }

    /// <summary>Topics, each once.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Address of an image, or null.</summary>
    public string? Image { get; init; }

    /// <summary>Pixels of the image, or null.</summary>
    public int? ImageWidth { get; init; }

    /// <summary>Pixels of the image, or null.</summary>
    public int? ImageHeight { get; init; }
}

namespace SearchNews.Articles;

/// <summary>
/// One news article as read from its Markdown file. Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// Missing is not zero: a value the file does not give (or gives in a form that cannot be read) is null. Title, excerpt,
/// provider name and related titles are cleaned by <see cref="Text.ArticleCleaner"/>; all other text is only trimmed and
/// has its white space folded. Lists keep the order of the file and are never null. The front matter's `secured` blob is
/// not part of the model. Record equality compares the lists by reference; compare <see cref="ContentHash"/> instead.
/// </remarks>
public sealed record Article
{
    /// <summary>Path below the folder without extension, `/`-separated; see <see cref="ArticleId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Lower-case hex SHA-256 over all bytes of the file, 64 characters.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Editorial category, such as `news`.</summary>
    public string? Category { get; init; }

    /// <summary>Cleaned title; empty when the file has none (then <see cref="Excerpt"/> is not empty).</summary>
    public string Title { get; init; } = "";

    /// <summary>Cleaned excerpt, or the first paragraph of the body when the front matter has none; may be empty.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>True when <see cref="Excerpt"/> was taken from the body.</summary>
    public bool ExcerptFromBody { get; init; }

    /// <summary>`publishedDateTime`, offset zero.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>`updatedDateTime`, offset zero.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Address at the publisher; http or https.</summary>
    public string? OriginalUrl { get; init; }

    /// <summary>Address to show to readers; http or https.</summary>
    public string? WebUrl { get; init; }

    /// <summary>Address of the AMP page; http or https.</summary>
    public string? AmpWebUrl { get; init; }

    /// <summary>Address of the AMP page in a cache; http or https.</summary>
    public string? CdnAmpWebUrl { get; init; }

    /// <summary>Kind of article, such as `article` or `video`.</summary>
    public string? Type { get; init; }

    /// <summary>Editorial quality, finite; about 0 to 190 in known folders.</summary>
    public double? Quality { get; init; }

    /// <summary>Heat, finite; -1 marks a member of a story that does not lead it.</summary>
    public double? Heat { get; init; }

    /// <summary>Whether the publishing system shows the article; null when the file does not say.</summary>
    public bool? Published { get; init; }

    /// <summary>True when the article is withdrawn: it is counted and not indexed.</summary>
    public bool Removed { get; init; }

    /// <summary>Publisher; null when the file names neither a name nor a domain.</summary>
    public ArticleProvider? Provider { get; init; }

    /// <summary>Topics without empty items and without repeats.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Images that have a usable address.</summary>
    public IReadOnlyList<ArticleImage> Images { get; init; } = [];

    /// <summary>Articles the publishing system relates to this one.</summary>
    public IReadOnlyList<RelatedArticle> Related { get; init; } = [];

    /// <summary>Number of items of <see cref="Related"/>.</summary>
    public int RelatedCount => Related.Count;

    /// <summary>The address to link to: <see cref="WebUrl"/>, else <see cref="OriginalUrl"/>.</summary>
    public string? Url => WebUrl ?? OriginalUrl;
}

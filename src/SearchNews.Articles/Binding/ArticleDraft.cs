namespace SearchNews.Articles.Binding;

/// <summary>The values of one front matter as bound, before cleaning and before the body is looked at. Used by one thread.</summary>
internal sealed class ArticleDraft
{
    public string? Category { get; set; }

    /// <summary>Raw title.</summary>
    public string? Title { get; set; }

    /// <summary>Raw excerpt.</summary>
    public string? Excerpt { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public string? OriginalUrl { get; set; }

    public string? WebUrl { get; set; }

    public string? AmpWebUrl { get; set; }

    public string? CdnAmpWebUrl { get; set; }

    public string? Type { get; set; }

    public double? Quality { get; set; }

    public double? Heat { get; set; }

    public bool? Published { get; set; }

    public bool Removed { get; set; }

    public ArticleProvider? Provider { get; set; }

    public IReadOnlyList<string> Topics { get; set; } = [];

    public IReadOnlyList<ArticleImage> Images { get; set; } = [];

    public IReadOnlyList<RelatedArticle> Related { get; set; } = [];
}

using SearchNews.Articles;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Indexing;

/// <summary>
/// What the index keeps of an article to answer with, and to tell later whether its file changed. It depends on the content of the file alone, so that an
/// updated index and one built anew hold the same. Never the <c>secured</c> blob.
/// </summary>
public sealed record ArticleRecord
{
    /// <summary>The article's id.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the file, hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Title, cleaned.</summary>
    public string Title { get; init; } = "";

    /// <summary>Excerpt, cleaned.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>Publication.</summary>
    public DateTimeOffset? PublishedDateTime { get; init; }

    /// <summary>Last change by the publisher.</summary>
    public DateTimeOffset? UpdatedDateTime { get; init; }

    /// <summary>Where to read it.</summary>
    public string? Url { get; init; }

    /// <summary>Its accelerated mobile page.</summary>
    public string? AmpUrl { get; init; }

    /// <summary>Type.</summary>
    public string? Type { get; init; }

    /// <summary>Category.</summary>
    public string? Category { get; init; }

    /// <summary>Quality as given.</summary>
    public double? Quality { get; init; }

    /// <summary>Heat as given.</summary>
    public double? Heat { get; init; }

    /// <summary>Coverage, see <see cref="ArticleCoverage"/>.</summary>
    public double? Coverage { get; init; }

    /// <summary>Whether it is published.</summary>
    public bool? Published { get; init; }

    /// <summary>Who published it.</summary>
    public ProviderInfo? Provider { get; init; }

    /// <summary>Topics as spelled.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The first image.</summary>
    public ImageInfo? Image { get; init; }

    /// <summary>Takes from an article what is kept.</summary>
    public static ArticleRecord Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new ArticleRecord
        {
            Id = article.Id,
            Hash = article.ContentHash,
            Title = article.Title,
            Excerpt = article.Excerpt,
            PublishedDateTime = article.PublishedAt,
            UpdatedDateTime = article.UpdatedAt,
            Url = article.Url,
            AmpUrl = article.AmpWebUrl ?? article.CdnAmpWebUrl,
            Type = article.Type,
            Category = article.Category,
            Quality = article.Quality,
            Heat = article.Heat,
            Coverage = ArticleCoverage.Of(article),
            Published = article.Published,
            Provider = article.Provider is { } provider ? new ProviderInfo(provider.Name, provider.Domain) : null,
            Topics = article.Topics,
            Image = article.Images.Count == 0 ? null : new ImageInfo(article.Images[0].Url, article.Images[0].Width, article.Images[0].Height),
        };
    }

    /// <summary>Fills the article part of an answer.</summary>
    public T CopyTo<T>(T response)
        where T : ArticleResponse => (T)(response with
        {
            Title = Title.Length == 0 ? null : Title,
            Excerpt = Excerpt.Length == 0 ? null : Excerpt,
            PublishedDateTime = PublishedDateTime,
            UpdatedDateTime = UpdatedDateTime,
            Url = Url,
            AmpUrl = AmpUrl,
            Type = Type,
            Category = Category,
            Quality = Quality,
            Heat = Heat,
            Coverage = Coverage,
            Provider = Provider,
            Topics = Topics,
            Image = Image,
        });
}

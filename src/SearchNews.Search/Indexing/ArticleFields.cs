namespace SearchNews.Search.Indexing;

/// <summary>The names of the index's fields; what each holds is in docs/architecture.md.</summary>
public static class ArticleFields
{
    /// <summary>Keyword, stored, SORTED doc values: the article's id.</summary>
    public const string Id = "id";

    /// <summary>Title, title and excerpt, analyzer <c>news</c>: the field that is ranked.</summary>
    public const string Text = "text";

    /// <summary>Title, analyzer <c>news</c>.</summary>
    public const string Title = "title";

    /// <summary>Excerpt, analyzer <c>news</c>.</summary>
    public const string Excerpt = "excerpt";

    /// <summary>Title and excerpt, split and lower-cased only.</summary>
    public const string Words = "words";

    /// <summary>Keyword: the provider's domain.</summary>
    public const string Provider = "provider";

    /// <summary>Keywords: topics.</summary>
    public const string Topic = "topic";

    /// <summary>Keyword: type.</summary>
    public const string Type = "type";

    /// <summary>Keyword: category.</summary>
    public const string Category = "category";

    /// <summary>Keyword: <c>true</c> or <c>false</c>.</summary>
    public const string Published = "published";

    /// <summary>FeatureFields <see cref="Quality"/>, <see cref="Heat"/> and <see cref="Coverage"/>, values above 0 only: the boost fields.</summary>
    public const string Features = "features";

    /// <summary>NUMERIC doc values: publication in milliseconds since 1970, UTC.</summary>
    public const string PublishedAt = "publishedAt";

    /// <summary>NUMERIC doc values, bits of a double, and the name of a feature: quality as given.</summary>
    public const string Quality = "quality";

    /// <summary>NUMERIC doc values, bits of a double, and the name of a feature: heat as given.</summary>
    public const string Heat = "heat";

    /// <summary>NUMERIC doc values, bits of a double, and the name of a feature: coverage, see <see cref="ArticleCoverage"/>.</summary>
    public const string Coverage = "coverage";

    /// <summary>BINARY doc values: the article's words as stories need them, see <see cref="Stories.StoryFingerprint"/>.</summary>
    public const string Story = "story";

    /// <summary>Stored only: an <see cref="ArticleRecord"/> as JSON.</summary>
    public const string Source = "source";
}

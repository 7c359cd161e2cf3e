using SearchNews.Search.Indexing;

namespace SearchNews.Search.Similar;

/// <summary>What similar articles are sought for: an article of the index, or a draft.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Excerpt">Its excerpt.</param>
/// <param name="PublishedAt">When it was published, or null.</param>
/// <param name="Topics">Its topics.</param>
/// <param name="Doc">Its document; -1 for a draft.</param>
internal sealed record SimilarSubject(string Title, string Excerpt, DateTimeOffset? PublishedAt, IReadOnlyList<string> Topics, int Doc)
{
    /// <summary>An article of the index.</summary>
    public static SimilarSubject Of(ArticleRecord article, int doc) => new(article.Title, article.Excerpt, article.PublishedDateTime, article.Topics, doc);
}

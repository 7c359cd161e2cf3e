using SearchNews.Articles;

namespace SearchNews.Search.Indexing;

/// <summary>
/// How widely an event is covered, 0 to 50. Measured on real folders: heat = quality + 20 x (number of related articles), and heat -1 marks a
/// member of a story that does not lead it. So coverage is taken out of heat, or for a member from its own list.
/// </summary>
public static class ArticleCoverage
{
    /// <summary>The cap: longer lists are chaining, not coverage.</summary>
    public const double Max = 50;

    private const double HeatPerRelated = 20;
    private const double NotLeading = -1;

    /// <summary>The article's coverage; null when it gives no heat.</summary>
    public static double? Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Heat switch
        {
            null => null,
            NotLeading => Math.Min(article.RelatedCount, Max),
            { } heat => Math.Clamp((heat - (article.Quality ?? 0)) / HeatPerRelated, 0, Max),
        };
    }
}

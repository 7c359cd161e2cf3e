using SearchNews.Lucene.Analysis;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Similar;

/// <summary>Says which of an article's words made another one similar.</summary>
internal static class SharedWords
{
    private const int MaxWords = 5;

    /// <summary>The terms that stand in title or excerpt of the other article, heaviest first, as written in the article they come from.</summary>
    /// <remarks>Taking the short texts apart again costs less than looking every term up in the index.</remarks>
    public static IReadOnlyList<string> Of(IReadOnlyList<WeightedTerm> terms, string title, string excerpt)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (AnalyzedToken token in ArticleSchema.News.Analyze(title, excerpt)) stems.Add(token.Term);
        return [.. terms.Where(t => stems.Contains(t.Term.Text)).Take(MaxWords).Select(t => t.Written)];
    }
}

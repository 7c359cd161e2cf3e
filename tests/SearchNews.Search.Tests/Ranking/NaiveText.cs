using SearchNews.Articles;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Tests.Ranking;

/// <summary>The combined field of one article: title, title and excerpt.</summary>
internal sealed record NaiveText(IReadOnlyDictionary<string, int> Freqs, int Length)
{
    public static NaiveText Of(Article article)
    {
        string[] tokens = [.. Stems(article.Title), .. Stems(article.Title), .. Stems(article.Excerpt)];
        return new NaiveText(tokens.CountBy(t => t, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal), tokens.Length);
    }

    public static IEnumerable<string> Stems(string text) => ArticleSchema.News.Analyze(text).Select(t => t.Term);
}

using SearchNews.Articles;
using SearchNews.Lucene.Analysis.English;
using SearchNews.Search.Indexing;
using SearchNews.Search.Suggesting;

namespace SearchNews.Search.Tests.Suggesting;

/// <summary>What suggestions are, written the slow and obvious way: every article looked at, every word of it counted.</summary>
internal sealed class NaiveSuggester(IReadOnlyList<Article> articles)
{
    private readonly (string[] Words, string[] Title)[] _articles = [.. articles.Select(a => (Split(a.Title, a.Excerpt), Split(a.Title)))];

    /// <summary>Articles that have all the words, folded, in title or excerpt.</summary>
    public int Count(IEnumerable<string> folded)
    {
        string[] wanted = [.. folded];
        return _articles.Count(a => wanted.All(word => a.Words.Any(own => TypedText.Fold(own) == word)));
    }

    /// <summary>Words that go on from a beginning in articles that have the words before, with the number of those articles.</summary>
    public List<(string Word, int Count)> Terms(string[] before, string prefix, int size) =>
    [
        .. _articles
            .Where(a => before.All(word => a.Words.Any(own => TypedText.Fold(own) == word)))
            .SelectMany(a => a.Words.Distinct(StringComparer.Ordinal))
            .Where(word => TypedText.Fold(word).StartsWith(prefix, StringComparison.Ordinal) && !EnglishStopWords.Set.Contains(word) && !before.Contains(TypedText.Fold(word), StringComparer.Ordinal))
            .GroupBy(word => word, StringComparer.Ordinal)
            .Select(group => (Word: group.Key, Count: group.Count()))
            .OrderByDescending(term => term.Count)
            .ThenByDescending(term => _articles.Count(a => a.Words.Contains(term.Word, StringComparer.Ordinal)))
            .ThenBy(term => TypedText.Fold(term.Word), StringComparer.Ordinal)
            .ThenBy(term => term.Word, StringComparer.Ordinal)
            .Take(size),
    ];

    /// <summary>Whether a title has all the words and one that goes on from the beginning.</summary>
    public static bool Has(string title, string[] before, string prefix)
    {
        string[] words = [.. Split(title).Select(TypedText.Fold)];
        return before.All(word => words.Contains(word, StringComparer.Ordinal)) && words.Any(word => word.StartsWith(prefix, StringComparison.Ordinal));
    }

    /// <summary>How many titles have them.</summary>
    public int CountTitles(string[] before, string prefix) => articles.Count(a => Has(a.Title, before, prefix));

    private static string[] Split(params ReadOnlySpan<string> texts) => [.. ArticleSchema.Words.Analyze(texts).Select(token => token.Term)];
}

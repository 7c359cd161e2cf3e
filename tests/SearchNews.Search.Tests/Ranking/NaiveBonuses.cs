using SearchNews.Articles;
using SearchNews.Lucene.Analysis;
using SearchNews.Search.Indexing;
using SearchNews.Search.Ranking;

namespace SearchNews.Search.Tests.Ranking;

/// <summary>Pairs and exact title by the words of the specification: articles and query are analyzed anew and compared token by token.</summary>
/// <param name="Runs">Texts of plain words with nothing else between them.</param>
/// <param name="Whole">The text that may be a title.</param>
internal sealed record NaiveBonuses(IReadOnlyList<string> Runs, string Whole)
{
    private readonly (string First, string Second, int Distance)[] _neighbours = [.. Runs.SelectMany(Neighbours).Distinct()];
    private readonly string[] _whole = [.. NaiveText.Stems(Whole)];

    /// <param name="article">The article.</param>
    /// <param name="isWhole">Whether it has all the words of the query.</param>
    /// <param name="index">All articles.</param>
    /// <param name="profile">The profile.</param>
    public (float Pairs, float ExactTitle) Of(Article article, bool isWhole, NaiveRanking index, RankingProfile profile)
    {
        if (profile.SeparateFields) return (0, 0);
        NaiveText text = index.TextOf(article);
        double pairs = 0;
        foreach ((string first, string second, int distance) in _neighbours)
        {
            double idfs = (double)index.Idf(first) + index.Idf(second);
            if (Together(text.Title, first, second, distance)) pairs += 0.5 * idfs;
            else if (Together(text.Excerpt, first, second, distance)) pairs += 0.35 * idfs;
        }

        bool exact = _whole.Length > 0 && text.Title.Select(token => token.Term).SequenceEqual(_whole);
        return ((float)(isWhole ? pairs : pairs * 0.25), exact ? (float)(0.25 * Math.Log(index.DocCount + 1.0)) : 0f);
    }

    private static IEnumerable<(string First, string Second, int Distance)> Neighbours(string run)
    {
        IReadOnlyList<AnalyzedToken> tokens = ArticleSchema.News.Analyze(run);
        return tokens.Zip(tokens.Skip(1), (a, b) => (a.Term, b.Term, b.Position - a.Position));
    }

    private static bool Together(IReadOnlyList<AnalyzedToken> text, string first, string second, int distance) =>
        text.Any(a => a.Term == first && text.Any(b => b.Term == second && b.Position == a.Position + distance));
}

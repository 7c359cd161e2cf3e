using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;
using SearchNews.Search.Indexing;
using SearchNews.Search.Ranking;

namespace SearchNews.Search.Similar;

/// <summary>Finds articles of the same title, case aside.</summary>
internal static class EqualTitles
{
    /// <summary>Their documents, the article's own among them; none for a title without words.</summary>
    public static HashSet<int> Of(ArticleSnapshot snapshot, string title, CancellationToken cancellationToken)
    {
        // Equal titles have equal words in a row; those are looked up, and only what has them is read and compared.
        IReadOnlyList<AnalyzedToken> words = ArticleSchema.Words.Analyze(title);
        if (words.Count == 0) return [];
        var collector = new TextScoreCollector(least: 0);
        snapshot.SearcherFor(RankingProfile.Balanced).Search(new PhraseQuery(ArticleFields.Words, words.Select(word => word.Term)), collector, cancellationToken);
        return [.. collector.Matches.Select(match => match.Doc).Where(doc => string.Equals(snapshot.ReadRecord(doc).Title, title, StringComparison.OrdinalIgnoreCase))];
    }
}

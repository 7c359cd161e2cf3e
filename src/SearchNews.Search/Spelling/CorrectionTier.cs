using SearchNews.Lucene.Search;

namespace SearchNews.Search.Spelling;

/// <summary>What keeps hits of corrected words below those of the words as typed: their scores are multiplied by a factor that takes the best of them below the weakest of the others.</summary>
/// <param name="Exact">What the words as typed match.</param>
/// <param name="Factor">From 0 to 1.</param>
internal sealed record CorrectionTier(Query Exact, float Factor)
{
    /// <summary>Finds the factor by looking at all matches: for the weakest hit as typed, and for the best that is none.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="query">The whole search with corrections.</param>
    /// <param name="exact">What the words as typed match.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Null when nothing can be below, as a hit as typed has the score 0.</returns>
    public static CorrectionTier? Find(IndexSearcher searcher, Query query, Query exact, CancellationToken cancellationToken)
    {
        var scores = new TierScoreCollector(searcher.CreateWeight(searcher.Rewrite(exact), ScoreMode.CompleteNoScores, boost: 1f));
        searcher.Search(query, scores, cancellationToken);
        if (scores.Best is not { } best) return new CorrectionTier(exact, 1f);
        return scores.Weakest > 0 ? new CorrectionTier(exact, FactorBelow(scores.Weakest, best)) : null;
    }

    /// <summary>The greatest factor that takes <paramref name="best"/> below <paramref name="weakest"/>. A product never grows when a factor falls, so what is less than the best stays below as well.</summary>
    internal static float FactorBelow(float weakest, float best)
    {
        if (best < weakest) return 1f;
        float factor = weakest / best;
        while (best * factor >= weakest) factor = MathF.BitDecrement(factor);
        return factor;
    }
}

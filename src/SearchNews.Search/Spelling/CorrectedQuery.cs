using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Ranking;

namespace SearchNews.Search.Spelling;

/// <summary>Matches what a query with corrections matches; what the words as typed do not match has its score multiplied by the tier's factor.</summary>
internal sealed class CorrectedQuery : Query
{
    private readonly Query _query;
    private readonly CorrectionTier _tier;

    /// <summary>Creates the query.</summary>
    /// <param name="query">The query with corrections. It matches all that <see cref="CorrectionTier.Exact"/> does.</param>
    /// <param name="tier">What is exact, and the factor.</param>
    public CorrectedQuery(Query query, CorrectionTier tier) => (_query, _tier) = (query, tier);

    public override Query Rewrite(IndexReader reader)
    {
        Query query = _query.Rewrite(reader);
        Query exact = _tier.Exact.Rewrite(reader);
        return ReferenceEquals(query, _query) && ReferenceEquals(exact, _tier.Exact) ? this : new CorrectedQuery(query, _tier with { Exact = exact });
    }

    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
    {
        Weight weight = searcher.CreateWeight(_query, scoreMode, boost);
        return scoreMode == ScoreMode.CompleteNoScores ? weight : new CorrectedWeight(this, weight, searcher.CreateWeight(_tier.Exact, ScoreMode.CompleteNoScores, 1f));
    }

    public override string ToString(string defaultField) => $"corrected({_query.ToString(defaultField)})";

    public override bool Equals(Query? other) => other is CorrectedQuery corrected && corrected._query.Equals(_query) && corrected._tier == _tier;

    public override int GetHashCode() => HashCode.Combine(typeof(CorrectedQuery), _query, _tier);

    private sealed class CorrectedWeight(CorrectedQuery query, Weight inner, Weight exact) : Weight(query)
    {
        public override Scorer? GetScorer(LeafReaderContext context) =>
            inner.GetScorer(context) is { } scorer ? new CorrectedScorer(scorer, new ScorerMatches(exact.GetScorer(context)), query._tier.Factor) : null;

        public override BulkScorer? GetBulkScorer(LeafReaderContext context, ScoreMode scoreMode) =>
            inner.GetBulkScorer(context, scoreMode) is { } scorer ? new CorrectedBulkScorer(scorer, new ScorerMatches(exact.GetScorer(context)), query._tier.Factor) : null;

        public override Explanation Explain(LeafReaderContext context, int doc)
        {
            Explanation score = inner.Explain(context, doc);
            if (!score.IsMatch || exact.Explain(context, doc).IsMatch) return score;
            return Explanation.Match(score.Value * query._tier.Factor, "below what was found as typed, product of:", score, Explanation.Match(query._tier.Factor, "factor"));
        }
    }
}

using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

/// <summary>Matches what another query matches, with score 1.</summary>
public sealed class ConstantScoreQuery : Query
{
    /// <summary>Takes the scores away.</summary>
    public ConstantScoreQuery(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Query = query;
    }

    /// <summary>What to find.</summary>
    public Query Query { get; }

    /// <inheritdoc/>
    public override Query Rewrite(IndexReader reader)
    {
        Query inner = Query.Rewrite(reader);
        while (inner is BoostQuery boosted) inner = boosted.Query;
        if (inner is ConstantScoreQuery) return inner;
        return ReferenceEquals(inner, Query) ? this : new ConstantScoreQuery(inner);
    }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) =>
        new FilterWeight(this, boost, Query.CreateWeight(searcher, ScoreMode.CompleteNoScores, 1f));

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"ConstantScore({Query.ToString(defaultField)})";

    /// <inheritdoc/>
    public override bool Equals(Query? other) => other is ConstantScoreQuery query && Query.Equals(query.Query);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(ConstantScoreQuery), Query);

    private sealed class FilterWeight(Query query, float score, Weight inner) : ConstantScoreWeight(query, score)
    {
        protected override DocIdSetIterator? GetIterator(LeafReaderContext context) => inner.GetScorer(context);
    }
}

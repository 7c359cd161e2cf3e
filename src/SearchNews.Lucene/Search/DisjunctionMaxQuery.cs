using System.Collections.Immutable;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Search;

/// <summary>Matches what any of its parts match; the score is the best part's plus a share of the others'. Equal when the parts are, in any order.</summary>
public sealed class DisjunctionMaxQuery : Query
{
    /// <summary>Combines queries.</summary>
    /// <param name="queries">The parts.</param>
    /// <param name="tieBreaker">Share of the parts other than the best: 0 to 1.</param>
    public DisjunctionMaxQuery(IEnumerable<Query> queries, float tieBreaker)
    {
        if (!(tieBreaker >= 0 && tieBreaker <= 1))
            throw new ArgumentOutOfRangeException(nameof(tieBreaker), tieBreaker, "The tie breaker must lie between 0 and 1.");
        Queries = [.. queries];
        TieBreaker = tieBreaker;
    }

    /// <summary>The parts.</summary>
    public ImmutableArray<Query> Queries { get; }

    /// <summary>Share of the parts other than the best.</summary>
    public float TieBreaker { get; }

    /// <inheritdoc/>
    public override Query Rewrite(IndexReader reader)
    {
        if (Queries.Length == 1) return Queries[0];
        if (TieBreaker == 1f) return new BooleanQuery([.. Queries.Select(query => new BooleanClause(query, Occur.Should))], 0);
        ImmutableArray<Query> rewritten = [.. Queries.Select(query => query.Rewrite(reader))];
        return rewritten.Zip(Queries).All(pair => ReferenceEquals(pair.First, pair.Second)) ? this : new DisjunctionMaxQuery(rewritten, TieBreaker);
    }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) =>
        new MaxWeight(this, [.. Queries.Select(query => query.CreateWeight(searcher, scoreMode, boost))], scoreMode);

    /// <inheritdoc/>
    public override string ToString(string defaultField)
    {
        IEnumerable<string> parts = Queries.Select(query => query is BooleanQuery ? $"({query.ToString(defaultField)})" : query.ToString(defaultField));
        string tie = TieBreaker == 0 ? "" : "~" + ClassicNotation.Float(TieBreaker);
        return $"({string.Join(" | ", parts)}){tie}";
    }

    /// <inheritdoc/>
    public override bool Equals(Query? other) =>
        other is DisjunctionMaxQuery query && TieBreaker.Equals(query.TieBreaker) && new BooleanQuery(AsClauses(), 0).Equals(new BooleanQuery(query.AsClauses(), 0));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(DisjunctionMaxQuery), TieBreaker, new BooleanQuery(AsClauses(), 0));

    private ImmutableArray<BooleanClause> AsClauses() => [.. Queries.Select(query => new BooleanClause(query, Occur.Should))];

    private sealed class MaxWeight(DisjunctionMaxQuery query, Weight[] weights, ScoreMode scoreMode) : Weight(query)
    {
        public override Scorer? GetScorer(LeafReaderContext context)
        {
            Scorer[] scorers = [.. weights.Select(weight => weight.GetScorer(context)).OfType<Scorer>()];
            return scorers.Length switch
            {
                0 => null,
                1 => scorers[0],
                _ => new DisjunctionScorer(scorers, query.TieBreaker, scoreMode),
            };
        }

        public override Explanation Explain(LeafReaderContext context, int doc)
        {
            Explanation[] parts = [.. weights.Select(weight => weight.Explain(context, doc)).Where(part => part.IsMatch)];
            if (parts.Length == 0) return Explanation.NoMatch("no part matches");
            return query.TieBreaker == 0
                ? ScoreExplanation.OfScorer(GetScorer(context), doc, $"the highest of {parts.Length}:", [parts.MaxBy(part => part.Value)!])
                : ScoreExplanation.OfScorer(GetScorer(context), doc, $"the highest of, plus {query.TieBreaker} times the others:", parts);
        }
    }
}

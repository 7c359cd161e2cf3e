using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;

namespace SearchNews.Search.Ranking;

/// <summary>Adds bonuses and priors to the score of another query, as <see cref="RankedScores"/> says. Matches what the other query matches.</summary>
internal sealed class RankedQuery : Query
{
    private readonly Query _text;
    private readonly TextBonuses _bonuses;
    private readonly Priors _priors;
    private readonly SignalColumns[] _columns;

    /// <summary>Creates the query.</summary>
    /// <param name="text">The query whose score is added to.</param>
    /// <param name="bonuses">What the order of its words adds.</param>
    /// <param name="priors">What the articles' signals add.</param>
    /// <param name="columns">The signals by segment, of the reader that will be searched.</param>
    public RankedQuery(Query text, TextBonuses bonuses, Priors priors, SignalColumns[] columns)
    {
        _text = text;
        _bonuses = bonuses;
        _priors = priors;
        _columns = columns;
    }

    public override Query Rewrite(IndexReader reader)
    {
        Query rewritten = _text.Rewrite(reader);
        return ReferenceEquals(rewritten, _text) ? this : new RankedQuery(rewritten, _bonuses, _priors, _columns);
    }

    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
    {
        Weight text = searcher.CreateWeight(_text, scoreMode, boost);
        return scoreMode == ScoreMode.CompleteNoScores || (_bonuses.AreZero && _priors.AreZero) ? text : new RankedWeight(this, text);
    }

    public override string ToString(string defaultField) => $"ranked({_text.ToString(defaultField)})";

    public override bool Equals(Query? other) =>
        other is RankedQuery ranked && ranked._text.Equals(_text) && ReferenceEquals(ranked._bonuses, _bonuses) && ReferenceEquals(ranked._priors, _priors) && ReferenceEquals(ranked._columns, _columns);

    public override int GetHashCode() => HashCode.Combine(_text, _bonuses, _priors);

    private sealed class RankedWeight(RankedQuery query, Weight text) : Weight(query)
    {
        public override Scorer? GetScorer(LeafReaderContext context) =>
            text.GetScorer(context) is { } scorer ? new RankedScorer(scorer, ScoresOf(context)) : null;

        public override BulkScorer? GetBulkScorer(LeafReaderContext context, ScoreMode scoreMode) =>
            text.GetBulkScorer(context, scoreMode) is { } scorer ? new RankedBulkScorer(scorer, () => text.GetBulkScorer(context, scoreMode)!, ScoresOf(context)) : null;

        public override Explanation Explain(LeafReaderContext context, int doc)
        {
            Explanation inner = text.Explain(context, doc);
            if (!inner.IsMatch) return inner;
            LeafBonuses bonuses = query._bonuses.Bind(context);
            SignalColumns columns = query._columns[context.Ord];
            float pairs = bonuses.Pairs(doc);
            float exactTitle = bonuses.ExactTitle(doc);
            float quality = query._priors.Quality(columns, doc);
            float coverage = query._priors.Coverage(columns, doc);
            float recency = query._priors.Recency(columns, doc);
            return Explanation.Match(
                inner.Value + pairs + exactTitle + quality + coverage + recency,
                "text + pairs + exactTitle + quality + coverage + recency, from:",
                inner,
                Explanation.Match(pairs, "pairs"),
                Explanation.Match(exactTitle, "exactTitle"),
                Explanation.Match(quality, "quality"),
                Explanation.Match(coverage, "coverage"),
                Explanation.Match(recency, "recency"));
        }

        private RankedScores ScoresOf(LeafReaderContext context) => new(query._bonuses.Bind(context), query._priors, query._columns[context.Ord]);
    }
}

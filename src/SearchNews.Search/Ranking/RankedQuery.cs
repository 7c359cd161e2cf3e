using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;

namespace SearchNews.Search.Ranking;

/// <summary>
/// Adds the priors to the score of another query, document by document: <c>((text + quality) + coverage) + recency</c>, in single precision and in that
/// order. Matches what the other query matches.
/// </summary>
internal sealed class RankedQuery : Query
{
    private readonly Query _text;
    private readonly Priors _priors;
    private readonly SignalColumns[] _columns;

    /// <summary>Creates the query.</summary>
    /// <param name="text">The query whose score is added to.</param>
    /// <param name="priors">What is added.</param>
    /// <param name="columns">The signals by segment, of the reader that will be searched.</param>
    public RankedQuery(Query text, Priors priors, SignalColumns[] columns)
    {
        _text = text;
        _priors = priors;
        _columns = columns;
    }

    public override Query Rewrite(IndexReader reader)
    {
        Query rewritten = _text.Rewrite(reader);
        return ReferenceEquals(rewritten, _text) ? this : new RankedQuery(rewritten, _priors, _columns);
    }

    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
    {
        Weight text = searcher.CreateWeight(_text, scoreMode, boost);
        return scoreMode == ScoreMode.CompleteNoScores || _priors.AreZero ? text : new RankedWeight(this, text);
    }

    public override string ToString(string defaultField) => $"ranked({_text.ToString(defaultField)})";

    public override bool Equals(Query? other) =>
        other is RankedQuery ranked && ranked._text.Equals(_text) && ReferenceEquals(ranked._priors, _priors) && ReferenceEquals(ranked._columns, _columns);

    public override int GetHashCode() => HashCode.Combine(_text, _priors);

    private sealed class RankedWeight(RankedQuery query, Weight text) : Weight(query)
    {
        public override Scorer? GetScorer(LeafReaderContext context) =>
            text.GetScorer(context) is { } scorer ? new RankedScorer(scorer, query._priors, query._columns[context.Ord]) : null;

        public override Explanation Explain(LeafReaderContext context, int doc)
        {
            Explanation inner = text.Explain(context, doc);
            if (!inner.IsMatch) return inner;
            SignalColumns columns = query._columns[context.Ord];
            float quality = query._priors.Quality(columns, doc);
            float coverage = query._priors.Coverage(columns, doc);
            float recency = query._priors.Recency(columns, doc);
            return Explanation.Match(
                inner.Value + quality + coverage + recency,
                "text + quality + coverage + recency, from:",
                inner,
                Explanation.Match(quality, "quality"),
                Explanation.Match(coverage, "coverage"),
                Explanation.Match(recency, "recency"));
        }
    }
}

using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

/// <summary>Matches nothing, for a reason. All instances are equal.</summary>
public sealed class MatchNoDocsQuery : Query
{
    private readonly string _reason;

    /// <summary>Matches nothing.</summary>
    public MatchNoDocsQuery(string reason = "")
    {
        ArgumentNullException.ThrowIfNull(reason);
        _reason = reason;
    }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) => new NoWeight(this, _reason);

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"MatchNoDocsQuery(\"{_reason}\")";

    /// <inheritdoc/>
    public override bool Equals(Query? other) => other is MatchNoDocsQuery;

    /// <inheritdoc/>
    public override int GetHashCode() => typeof(MatchNoDocsQuery).GetHashCode();

    private sealed class NoWeight(Query query, string reason) : Weight(query)
    {
        public override Scorer? GetScorer(LeafReaderContext context) => null;

        public override Explanation Explain(LeafReaderContext context, int doc) => Explanation.NoMatch(reason.Length == 0 ? "matches no document" : reason);
    }
}

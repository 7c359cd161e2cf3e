using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;

namespace SearchNews.Search.Tests.Explaining;

/// <summary>Counts how often a query is rewritten and bound.</summary>
internal sealed class CountingQuery(Query inner, CountingQuery.Counts? count = null) : Query
{
    public Counts Count { get; } = count ?? new Counts();

    private Query Inner => inner;

    public override Query Rewrite(IndexReader reader)
    {
        Count.Rewrites++;
        Query rewritten = inner;
        for (Query next = inner.Rewrite(reader); !ReferenceEquals(next, rewritten); next = next.Rewrite(reader)) rewritten = next;
        return ReferenceEquals(rewritten, inner) ? this : new CountingQuery(rewritten, Count);
    }

    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
    {
        Count.Weights++;
        return inner.CreateWeight(searcher, scoreMode, boost);
    }

    public override string ToString(string defaultField) => inner.ToString(defaultField);

    public override bool Equals(Query? other) => other is CountingQuery query && inner.Equals(query.Inner);

    public override int GetHashCode() => inner.GetHashCode();

    internal sealed class Counts
    {
        public int Rewrites { get; set; }

        public int Weights { get; set; }
    }
}

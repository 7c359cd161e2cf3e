using System.Collections.Immutable;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search.Additive;

/// <summary>
/// Adds numbers to the scores of a query, one after the other, in float32: <c>((score + a) + b) + ...</c>. Finds the same documents. Since each number
/// has an upper bound, documents that cannot enter the best hits are still skipped.
/// </summary>
public sealed class AdditiveScoreQuery : Query
{
    /// <summary>Adds to a query.</summary>
    /// <param name="query">Finds and scores.</param>
    /// <param name="addends">Added in this order.</param>
    public AdditiveScoreQuery(Query query, params IEnumerable<ScoreAddend> addends)
    {
        ArgumentNullException.ThrowIfNull(query);
        Query = query;
        Addends = [.. addends];
    }

    /// <summary>Finds and scores.</summary>
    public Query Query { get; }

    /// <summary>What is added, in this order.</summary>
    public ImmutableArray<ScoreAddend> Addends { get; }

    /// <inheritdoc/>
    public override Query Rewrite(IndexReader reader)
    {
        Query rewritten = Query.Rewrite(reader);
        return ReferenceEquals(rewritten, Query) ? this : new AdditiveScoreQuery(rewritten, Addends);
    }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
    {
        // Numbers are added unchanged, so a boost of the whole cannot be given to the query alone.
        if (boost != 1f) throw new NotSupportedException("A query with numbers added to its scores cannot be boosted; boost the query within.");
        Weight weight = Query.CreateWeight(searcher, scoreMode, boost);
        return scoreMode.NeedsScores() ? new AdditiveScoreWeight(this, weight) : weight;
    }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"({Query.ToString(defaultField)} {string.Concat(Addends.Select(addend => $" + {addend}")).TrimStart()})";

    /// <inheritdoc/>
    public override bool Equals(Query? other) => other is AdditiveScoreQuery query && Query.Equals(query.Query) && Addends.AsSpan().SequenceEqual(query.Addends.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(AdditiveScoreQuery), Query, Addends.Length);
}

using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

/// <summary>Multiplies the scores of a query.</summary>
public sealed class BoostQuery : Query
{
    /// <summary>Boosts a query.</summary>
    /// <param name="query">What to find.</param>
    /// <param name="boost">Factor: finite, 0 or more.</param>
    public BoostQuery(Query query, float boost)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (!float.IsFinite(boost) || boost < 0)
            throw new ArgumentOutOfRangeException(nameof(boost), boost, "A boost must be finite and not negative.");
        Query = query;
        Boost = boost;
    }

    /// <summary>What to find.</summary>
    public Query Query { get; }

    /// <summary>The factor.</summary>
    public float Boost { get; }

    /// <inheritdoc/>
    public override Query Rewrite(IndexReader reader)
    {
        Query inner = Query.Rewrite(reader);
        if (Boost == 1f) return inner;
        if (inner is BoostQuery boosted) return new BoostQuery(boosted.Query, Boost * boosted.Boost);

        // A boost of 0 makes scores pointless, which a constant score says without computing them.
        if (Boost == 0f && inner is not ConstantScoreQuery) return new BoostQuery(new ConstantScoreQuery(inner), 0f);
        return ReferenceEquals(inner, Query) ? this : new BoostQuery(inner, Boost);
    }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) => Query.CreateWeight(searcher, scoreMode, Boost * boost);

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"({Query.ToString(defaultField)})^{ClassicNotation.Float(Boost)}";

    /// <inheritdoc/>
    public override bool Equals(Query? other) => other is BoostQuery query && Boost.Equals(query.Boost) && Query.Equals(query.Query);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(BoostQuery), Query, Boost);
}

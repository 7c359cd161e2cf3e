using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

/// <summary>
/// Which documents to find and how to score them, independent of any index. Immutable, safe to share, equal when it means the same.
/// </summary>
/// <remarks>
/// A search rewrites the query until it stays the same, makes one <see cref="Weight"/> of it for the whole index, and that
/// makes one <see cref="Scorer"/> a segment. Write a new kind of query by deriving from the three.
/// </remarks>
public abstract class Query : IEquatable<Query>
{
    /// <summary>A simpler or more basic query with the same documents and scores on this index; this one when there is none.</summary>
    public virtual Query Rewrite(IndexReader reader) => this;

    /// <summary>Binds the query to an index. Only queries that rewrite to themselves need to support it.</summary>
    /// <param name="searcher">Gives the index, its statistics and the similarity.</param>
    /// <param name="scoreMode">What will be asked of the scorers.</param>
    /// <param name="boost">Factor of all scores.</param>
    public virtual Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) =>
        throw new NotSupportedException($"{GetType().Name} must be rewritten before it can be searched.");

    /// <summary>The query in Lucene's classic notation, leaving out the name of <paramref name="defaultField"/>.</summary>
    public abstract string ToString(string defaultField);

    /// <summary>The query in Lucene's classic notation.</summary>
    public sealed override string ToString() => ToString("");

    /// <inheritdoc/>
    public abstract bool Equals(Query? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Query);

    /// <inheritdoc/>
    public abstract override int GetHashCode();
}

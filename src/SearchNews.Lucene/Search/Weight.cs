using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Search;

/// <summary>
/// A query bound to one index: holds what depends on the whole index (statistics, looked-up terms). Thread-safe once made. One that was made for a search is not used beyond it.
/// </summary>
public abstract class Weight
{
    /// <summary>Binds a query.</summary>
    protected Weight(Query query) => Query = query;

    /// <summary>For those that are used again: <see cref="Query"/> is set before anything else is asked.</summary>
    private protected Weight() => Query = null!;

    /// <summary>The query this was made from.</summary>
    public Query Query { get; private protected set; }

    /// <summary>Iterates over the matching documents of a segment; null when there are none.</summary>
    public abstract Scorer? GetScorer(LeafReaderContext context);

    /// <summary>Collects the matching documents of a segment in bulk; null when there are none. The default drives <see cref="GetScorer"/>.</summary>
    /// <param name="context">The segment.</param>
    /// <param name="scoreMode">The mode this weight was made for.</param>
    public virtual BulkScorer? GetBulkScorer(LeafReaderContext context, ScoreMode scoreMode) =>
        GetScorer(context) is { } scorer ? new DefaultBulkScorer(scorer, scoreMode) : null;

    /// <summary>How the score of a document comes about; its value is the score itself. Slow: meant for people.</summary>
    /// <param name="context">The segment.</param>
    /// <param name="doc">Id within the segment.</param>
    public abstract Explanation Explain(LeafReaderContext context, int doc);
}

using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search;

/// <summary>Collects matching documents of one segment, range by range. Belongs to one thread.</summary>
public abstract class BulkScorer
{
    /// <summary>Collects the matching live documents from <paramref name="min"/> (inclusive) to <paramref name="max"/> (exclusive), ascending.</summary>
    /// <param name="collector">Gets documents and scores.</param>
    /// <param name="liveDocs">The live documents; null when all are.</param>
    /// <param name="min">First document; at or above the <paramref name="max"/> of the call before.</param>
    /// <param name="max">Above <paramref name="min"/>.</param>
    /// <returns>A document at or above <paramref name="max"/> before which nothing matches; <see cref="DocIdSetIterator.NoMoreDocs"/> at the end.</returns>
    public abstract int Score(LeafCollector collector, Bits? liveDocs, int min, int max);

    /// <summary>Gives back memory that later searches use; called when the segment is done, and not after a failure. The scorer is not used after that.</summary>
    public virtual void Release()
    {
    }
}

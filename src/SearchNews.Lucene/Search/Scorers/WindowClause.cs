namespace SearchNews.Lucene.Search.Scorers;

/// <summary>A clause of a disjunction that is scored window by window. Belongs to one thread.</summary>
internal abstract class WindowClause
{
    /// <summary>The first document not yet scored; -1 before the first <see cref="Advance"/>.</summary>
    public abstract int DocId { get; }

    /// <summary>About how many documents match.</summary>
    public abstract long Cost { get; }

    /// <summary>Skips documents below the target.</summary>
    public abstract int Advance(int target);

    /// <summary>Adds the scores of all documents before <paramref name="end"/> to a window, and marks them.</summary>
    public abstract void AddTo(ScoreWindow window, int end);

    /// <summary>Adds the scores of all documents before <paramref name="end"/> to a window.</summary>
    public abstract void AddTo(SumWindow window, int end);

    /// <summary>Takes the documents before <paramref name="end"/> that score at least a threshold, and moves there.</summary>
    /// <param name="threshold">The lowest score wanted.</param>
    /// <param name="end">The first document not wanted.</param>
    /// <param name="docs">Receives the documents, ascending; there is room for all.</param>
    /// <param name="sums">Receives their scores.</param>
    /// <returns>How many there are.</returns>
    public abstract int Take(float threshold, int end, int[] docs, double[] sums);

    /// <summary>Marks all documents before <paramref name="end"/> in a window.</summary>
    public abstract void MarkIn(ScoreWindow window, int end);

    /// <summary>Takes all documents before <paramref name="end"/> out of a window.</summary>
    public abstract void RemoveFrom(ScoreWindow window, int end);

    /// <summary>Adds the scores of documents, which ascend from <see cref="DocId"/> or before, to their sums; nothing where they do not match. Moves to the last or behind it.</summary>
    public abstract void AddTo(ReadOnlySpan<int> docs, Span<double> sums);

    /// <summary>No document from <paramref name="from"/> (which never falls) to <paramref name="upTo"/> scores higher; 0 when none of them matches.</summary>
    public abstract float GetMaxScore(int from, int upTo);
}

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>A clause of a disjunction that is scored window by window. Belongs to one thread.</summary>
/// <remarks>Its documents are in one tier or several: those that can score high in the first ones, so that the others may be left out of the windows and only looked up.</remarks>
internal abstract class WindowClause
{
    /// <summary>About how many documents match.</summary>
    public abstract long Cost { get; }

    /// <summary>How many tiers there are, at least one.</summary>
    public virtual int TierCount => 1;

    /// <summary>About how many documents are in a tier.</summary>
    public virtual long CostOf(int tier) => Cost;

    /// <summary>Skips documents below the target.</summary>
    public int Advance(int target) => Advance(target, TierCount);

    /// <summary>Skips documents below the target in the first tiers, and gives the next one of these.</summary>
    public abstract int Advance(int target, int tiers);

    /// <summary>Adds the scores of all documents before <paramref name="end"/> to a window, and marks them.</summary>
    public abstract void AddTo(ScoreWindow window, int end);

    /// <summary>Adds the scores of all documents of the first tiers before <paramref name="end"/> to a window.</summary>
    public abstract void AddTo(SumWindow window, int end, int tiers);

    /// <summary>
    /// Takes the next documents of the first tiers before <paramref name="end"/>, as many as there is room for, and gives those that score at least <paramref name="lowest"/>; false when it does not know which these are
    /// before all are scored.
    /// </summary>
    /// <param name="end">Above the last.</param>
    /// <param name="tiers">How many tiers.</param>
    /// <param name="lowest">The lowest score wanted.</param>
    /// <param name="docs">Receives the documents.</param>
    /// <param name="sums">Receives their scores; as long.</param>
    /// <param name="count">How many there are.</param>
    public virtual bool TryTake(int end, int tiers, double lowest, int[] docs, double[] sums, out int count)
    {
        count = 0;
        return false;
    }

    /// <summary>Marks all documents before <paramref name="end"/> in a window.</summary>
    public abstract void MarkIn(ScoreWindow window, int end);

    /// <summary>Takes all documents before <paramref name="end"/> out of a window.</summary>
    public abstract void RemoveFrom(ScoreWindow window, int end);

    /// <summary>Adds the scores of documents, which ascend from one call to the next, to their sums; nothing where they are not in a tier from <paramref name="tier"/> on. May skip what is before the last.</summary>
    public abstract void AddTo(ReadOnlySpan<int> docs, Span<double> sums, int tier);

    /// <summary>No document of a tier, or of those behind it, scores higher from <paramref name="from"/> (which never falls) to <paramref name="upTo"/>; 0 when none of them matches.</summary>
    public abstract float GetMaxScore(int tier, int from, int upTo);
}

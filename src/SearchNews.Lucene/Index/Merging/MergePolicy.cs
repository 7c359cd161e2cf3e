namespace SearchNews.Lucene.Index.Merging;

/// <summary>
/// Chooses which neighbouring segments to merge, so that documents keep their order and their number stays logarithmic. A segment's level is how often its size
/// can be divided by the merge factor before it is small; a run of <c>MergeFactor</c> neighbours, half of
/// them of one level and none above, is merged, or as many of them as fit in the greatest segment. Immutable.
/// </summary>
internal sealed class MergePolicy(int mergeFactor, long maxSegmentBytes)
{
    // Segments up to this size are all of the lowest level: telling tiny ones apart would merge them more often than they are worth.
    private const long SmallBytes = 1 << 20;

    /// <summary>The next merge that is due, lowest level first, or an empty range.</summary>
    /// <param name="sizes">Bytes of the segments, in order; those with deletions in proportion to their live documents.</param>
    public Range FindMerge(ReadOnlySpan<long> sizes)
    {
        int highest = 0;
        foreach (long size in sizes) highest = Math.Max(highest, Level(size));
        for (int level = 0; level <= highest; level++)
        {
            for (int start = 0; start + mergeFactor <= sizes.Length; start++)
            {
                int fitting = FittingRun(sizes.Slice(start, mergeFactor), level);
                if (fitting >= 2) return start..(start + fitting);
            }
        }

        return default;
    }

    /// <summary>The neighbours to merge next so that <paramref name="maxSegments"/> remain: as few bytes as possible. An empty range when there are no more than that.</summary>
    public static Range FindForcedMerge(ReadOnlySpan<long> sizes, int maxSegments)
    {
        int count = sizes.Length - maxSegments + 1;
        if (count < 2) return default;
        long sum = 0;
        for (int i = 0; i < count; i++) sum += sizes[i];
        long best = sum;
        int bestStart = 0;
        for (int start = 1; start + count <= sizes.Length; start++)
        {
            sum += sizes[start + count - 1] - sizes[start - 1];
            if (sum >= best) continue;
            best = sum;
            bestStart = start;
        }

        return bestStart..(bestStart + count);
    }

    /// <summary>
    /// How many of the neighbours may become one segment: 0 when one is above the level, or too few are of the level itself for the big ones to be worth rewriting; fewer than all
    /// when the result would be too long.
    /// </summary>
    private int FittingRun(ReadOnlySpan<long> sizes, int level)
    {
        if (Level(sizes[^1]) != level) return 0;
        long sum = 0;
        int fitting = 0;
        int ofLevel = 0;
        foreach (long size in sizes)
        {
            int own = Level(size);
            if (own > level) return 0;
            if (own == level) ofLevel++;
            sum += size;
            if (sum <= maxSegmentBytes) fitting++;
        }

        return 2 * ofLevel >= sizes.Length ? fitting : 0;
    }

    private int Level(long size)
    {
        int level = 0;
        for (; size > SmallBytes; size /= mergeFactor) level++;
        return level;
    }
}

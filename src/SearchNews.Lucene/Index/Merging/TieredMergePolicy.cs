namespace SearchNews.Lucene.Index.Merging;

/// <summary>
/// Chooses which segments to merge, neighbours or not, so that their number stays logarithmic and no byte is rewritten often: Lucene's TieredMergePolicy as its
/// documentation describes it. Segments fall into tiers, each of ten times the size of the one below; as many as <c>SegmentsPerTier</c> are allowed on each. While
/// there are more, the cheapest merge is done: of segments of about one size, small ones first, and such as get rid of many deleted documents. Immutable.
/// </summary>
internal sealed class TieredMergePolicy(int segmentsPerTier, long maxSegmentBytes)
{
    // Smaller segments count as this big: telling tiny ones apart would merge them more often than they are worth.
    private const long FloorBytes = 2 << 20;

    // When more of all documents than this are deleted, segments are merged to be rid of them.
    private const double DeletesAllowed = 0.33;

    /// <summary>The segments to merge next, as ascending places in <paramref name="segments"/>; empty when all is well. Doing as told again and again comes to an end.</summary>
    public int[] FindMerge(ReadOnlySpan<MergeCandidate> segments)
    {
        MergeCandidate[] all = segments.ToArray();
        double deletes = DeletedShare(all.Sum(s => (long)s.DeletedCount), all.Sum(s => (long)s.MaxDoc));
        bool tooManyDeletes = deletes > DeletesAllowed;
        int[] eligible = [.. Enumerable.Range(0, all.Length).Where(i => IsEligible(all[i], tooManyDeletes)).OrderByDescending(i => all[i].LiveBytes)];
        bool tooMany = eligible.Length > AllowedCount(Array.ConvertAll(eligible, i => all[i].LiveBytes));
        int[] best = [];
        double bestScore = double.MaxValue;
        for (int start = 0; start < eligible.Length && (tooMany || tooManyDeletes); start++)
        {
            int[] window = Window(all, eligible.AsSpan(start), out bool isFull);

            // One alone, or few documents deleted: it would not help.
            if (tooMany ? window.Length < 2 : !Array.Exists(window, i => all[i].DeletedCount > 0)) continue;
            double score = Score(Array.ConvertAll(window, i => all[i]), isFull);
            if (score >= bestScore) continue;
            best = window;
            bestScore = score;
        }

        Array.Sort(best);
        return best;
    }

    /// <summary>The neighbours to merge so that <paramref name="maxSegments"/> remain: as few bytes as possible. An empty range when there are no more than that.</summary>
    public static Range FindForcedMerge(ReadOnlySpan<MergeCandidate> segments, int maxSegments)
    {
        int count = segments.Length - maxSegments + 1;
        if (count < 2) return default;
        long sum = 0;
        for (int i = 0; i < count; i++) sum += segments[i].LiveBytes;
        long best = sum;
        int bestStart = 0;
        for (int start = 1; start + count <= segments.Length; start++)
        {
            sum += segments[start + count - 1].LiveBytes - segments[start - 1].LiveBytes;
            if (sum >= best) continue;
            best = sum;
            bestStart = start;
        }

        return bestStart..(bestStart + count);
    }

    private static double DeletedShare(long deleted, long maxDoc) => maxDoc == 0 ? 0 : (double)deleted / maxDoc;

    /// <summary>A segment of more than half the greatest size stays as it is, unless it is to be rid of its own many deleted documents.</summary>
    private bool IsEligible(MergeCandidate segment, bool tooManyDeletes) =>
        segment.LiveBytes <= maxSegmentBytes / 2 || (tooManyDeletes && DeletedShare(segment.DeletedCount, segment.MaxDoc) > DeletesAllowed);

    /// <summary>How many segments of these sizes, descending, may stay: each tier full, the highest as far as the bytes go.</summary>
    private int AllowedCount(long[] sizes)
    {
        if (sizes.Length == 0) return 0;
        long left = sizes.Sum();
        double tier = Math.Max(sizes[^1], FloorBytes);
        double allowed = 0;
        while (left > segmentsPerTier * tier && tier < maxSegmentBytes)
        {
            allowed += segmentsPerTier;
            left -= (long)(segmentsPerTier * tier);
            tier = Math.Min(tier * segmentsPerTier, maxSegmentBytes);
        }

        return Math.Max((int)Math.Ceiling(allowed + (left / tier)), segmentsPerTier);
    }

    /// <summary>The first of the places, and those after it as far as they fit.</summary>
    private int[] Window(MergeCandidate[] all, ReadOnlySpan<int> eligible, out bool isFull)
    {
        var window = new List<int>(segmentsPerTier);
        long bytes = 0;
        isFull = false;
        foreach (int i in eligible)
        {
            if (window.Count == segmentsPerTier) break;
            if (window.Count > 0 && bytes + all[i].LiveBytes > maxSegmentBytes)
            {
                isFull = true;
                continue;
            }

            window.Add(i);
            bytes += all[i].LiveBytes;
        }

        return [.. window];
    }

    /// <summary>skew * bytes^0.05 * live^2, less is better. skew: share of the biggest, 1 / n at best, which is also what a full one gets; live: share of documents that are not deleted.</summary>
    private double Score(MergeCandidate[] window, bool isFull)
    {
        double floored = window.Sum(s => Math.Max(s.LiveBytes, FloorBytes));
        double skew = isFull ? 1.0 / segmentsPerTier : Math.Max(window[0].LiveBytes, FloorBytes) / floored;
        double live = 1 - DeletedShare(window.Sum(s => (long)s.DeletedCount), window.Sum(s => (long)s.MaxDoc));
        return skew * Math.Pow(Math.Max(window.Sum(s => s.LiveBytes), 1), 0.05) * live * live;
    }
}

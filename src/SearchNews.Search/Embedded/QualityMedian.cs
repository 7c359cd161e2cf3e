namespace SearchNews.Search.Embedded;

/// <summary>
/// The median of Q over the live documents of all segments, found by halving the range of values and counting in the sorted columns: nothing is sorted or read anew when a
/// few documents come or go.
/// </summary>
internal sealed class QualityMedian
{
    private readonly List<double[]> _deleted = [];
    private readonly SegmentSignals[] _segments;
    private readonly long _count;

    private QualityMedian(SegmentSignals[] segments, IReadOnlyList<Lucene.Index.LeafReaderContext> leaves)
    {
        _segments = segments;
        foreach (Lucene.Index.LeafReaderContext leaf in leaves) _deleted.Add(segments[leaf.Ord].DeletedQuality(leaf.Reader.LiveDocs));
        _count = segments.Sum(s => (long)s.SortedQuality.Length) - _deleted.Sum(d => (long)d.Length);
    }

    /// <summary>The median; 0 when no document has a quality.</summary>
    public static double Of(SegmentSignals[] segments, IReadOnlyList<Lucene.Index.LeafReaderContext> leaves)
    {
        var median = new QualityMedian(segments, leaves);
        if (median._count == 0) return 0;
        long middle = median._count / 2;
        return median._count % 2 == 1 ? median.Smallest(middle) : (median.Smallest(middle - 1) + median.Smallest(middle)) / 2;
    }

    /// <summary>The value with <paramref name="rank"/> values before it in ascending order. Q is not negative, so its bits are ordered as it is.</summary>
    private double Smallest(long rank)
    {
        long low = 0;
        long high = BitConverter.DoubleToInt64Bits(1.0);
        while (low < high)
        {
            long middle = low + ((high - low) / 2);
            if (CountUpTo(BitConverter.Int64BitsToDouble(middle)) > rank) high = middle;
            else low = middle + 1;
        }

        return BitConverter.Int64BitsToDouble(low);
    }

    private long CountUpTo(double value)
    {
        long count = 0;
        foreach (SegmentSignals segment in _segments) count += CountUpTo(segment.SortedQuality, value);
        foreach (double[] deleted in _deleted) count -= CountUpTo(deleted, value);
        return count;
    }

    private static int CountUpTo(ReadOnlySpan<double> ascending, double value)
    {
        int low = 0;
        int high = ascending.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (ascending[middle] <= value) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}

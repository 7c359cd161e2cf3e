using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>What a first pass over a numeric field finds out, to choose its form.</summary>
internal sealed class NumericStatistics
{
    private HashSet<long>? _distinct = [];
    private long _first;
    private long _blockMin;
    private long _blockMax;
    private int _blockCount;
    private long _blockBits;

    /// <summary>Number of values.</summary>
    public long Count { get; private set; }

    public long Min { get; private set; } = long.MaxValue;

    public long Max { get; private set; } = long.MinValue;

    /// <summary>The greatest number that divides the difference of any two values; 0 when all are equal. Values beyond 2^62 make it 1, since differences could overflow.</summary>
    public long Gcd { get; private set; }

    /// <summary>The distinct values, ascending; null when there are more than <see cref="Lucene80DocValuesFormat.MaxTableSize"/>.</summary>
    public long[]? Distinct => _distinct?.Order().ToArray();

    /// <summary>True when blocks with widths of their own save a tenth over one width for all.</summary>
    public bool BlocksPay
    {
        get
        {
            long bits = (long)DirectWriter.BitsRequired(Max - Min) * Count;
            return bits > 0 && (double)(_blockBits + BitsOfBlock()) / bits <= 0.9;
        }
    }

    /// <summary>Takes in the next value.</summary>
    public void Add(long value)
    {
        if (Count == 0) _first = value;
        if (_blockCount == Lucene80DocValuesFormat.NumericBlockSize) CloseBlock();
        _blockMin = _blockCount == 0 ? value : Math.Min(_blockMin, value);
        _blockMax = _blockCount == 0 ? value : Math.Max(_blockMax, value);
        _blockCount++;
        Count++;
        Min = Math.Min(Min, value);
        Max = Math.Max(Max, value);
        if (Gcd != 1) Gcd = value is < long.MinValue / 2 or > long.MaxValue / 2 ? 1 : GreatestCommonDivisor(Math.Abs(value - _first), Gcd);
        if (_distinct is not null && _distinct.Add(value) && _distinct.Count > Lucene80DocValuesFormat.MaxTableSize) _distinct = null;
    }

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }

    private void CloseBlock()
    {
        _blockBits += BitsOfBlock();
        _blockCount = 0;
    }

    private long BitsOfBlock() => _blockMin == _blockMax ? 0 : (long)DirectWriter.BitsRequired(_blockMax - _blockMin) * _blockCount;
}

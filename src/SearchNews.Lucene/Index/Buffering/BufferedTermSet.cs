using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index.Buffering;

/// <summary>The distinct values of sorted doc values in memory, numbered in unsigned byte order. Immutable; values that only failed documents had are left out.</summary>
internal sealed class BufferedTermSet
{
    private readonly BytesHash _terms;
    private readonly int[] _sorted;
    private readonly int[] _ordOf;

    /// <summary>Sorts the values.</summary>
    /// <param name="terms">The values, which must not change afterwards.</param>
    /// <param name="used">The numbers of the values that some document has; repeats are allowed.</param>
    public BufferedTermSet(BytesHash terms, List<int> used)
    {
        _terms = terms;
        _ordOf = new int[terms.Count];
        _ordOf.AsSpan().Fill(-1);
        foreach (int id in used) _ordOf[id] = 0;
        _sorted = [.. terms.SortedIds().Where(id => _ordOf[id] == 0)];
        for (int ord = 0; ord < _sorted.Length; ord++) _ordOf[_sorted[ord]] = ord;
    }

    /// <summary>Number of values.</summary>
    public int Count => _sorted.Length;

    /// <summary>The value of an ordinal.</summary>
    public ReadOnlySpan<byte> this[int ord] => _terms[_sorted[ord]];

    /// <summary>The ordinal of a value's number.</summary>
    public int OrdOf(int id) => _ordOf[id];

    /// <summary>The ordinal of a value, or -(insertion point) - 1.</summary>
    public int Find(ReadOnlySpan<byte> value)
    {
        int low = 0;
        int high = _sorted.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = this[middle].SequenceCompareTo(value);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }
}

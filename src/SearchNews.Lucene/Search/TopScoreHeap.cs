using System.Runtime.CompilerServices;

namespace SearchNews.Lucene.Search;

/// <summary>
/// Keeps the best hits: a binary min-heap of 64-bit keys, the score in the upper half in an order-preserving form and the complement of the
/// document in the lower, so that one comparison ranks by score and then by document.
/// </summary>
internal sealed class TopScoreHeap
{
    private readonly long[] _keys;
    private int _count;

    /// <summary>Creates an empty heap.</summary>
    /// <param name="capacity">How many hits to keep, at least 1.</param>
    public TopScoreHeap(int capacity) => _keys = new long[capacity];

    /// <summary>True when as many hits are there as are kept.</summary>
    public bool IsFull => _count == _keys.Length;

    /// <summary>The worst hit kept; only when <see cref="IsFull"/>.</summary>
    public ScoreDoc Worst => Decode(_keys[0]);

    /// <summary>Offers a hit; true when it was taken and the heap is full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(int doc, float score)
    {
        long key = Encode(doc, score);
        if (_count == _keys.Length && key <= _keys[0]) return false;
        return Insert(key);
    }

    /// <summary>The hits, best first.</summary>
    public ScoreDoc[] ToSortedArray()
    {
        long[] sorted = _keys.AsSpan(0, _count).ToArray();
        Array.Sort(sorted);
        Array.Reverse(sorted);
        return Array.ConvertAll(sorted, Decode);
    }

    /// <summary>The key of a hit: greater is better.</summary>
    public static long Encode(int doc, float score)
    {
        // Adding 0 makes one zero of two; flipping the lower bits of negative floats makes their bits sort like their values.
        int bits = BitConverter.SingleToInt32Bits(score + 0f);
        bits ^= (bits >> 31) & int.MaxValue;
        return ((long)bits << 32) | (uint)~doc;
    }

    private static ScoreDoc Decode(long key)
    {
        int bits = (int)(key >> 32);
        bits ^= (bits >> 31) & int.MaxValue;
        return new ScoreDoc(~(int)key, BitConverter.Int32BitsToSingle(bits));
    }

    private bool Insert(long key)
    {
        if (_count < _keys.Length)
        {
            SiftUp(_count++, key);
            return IsFull;
        }

        SiftDown(key);
        return true;
    }

    private void SiftUp(int index, long key)
    {
        long[] keys = _keys;
        while (index > 0)
        {
            int parent = (index - 1) >> 1;
            if (keys[parent] <= key) break;
            keys[index] = keys[parent];
            index = parent;
        }

        keys[index] = key;
    }

    private void SiftDown(long key)
    {
        long[] keys = _keys;
        int index = 0;
        while (true)
        {
            int child = (index << 1) + 1;
            if (child >= keys.Length) break;
            if (child + 1 < keys.Length && keys[child + 1] < keys[child]) child++;
            if (keys[child] >= key) break;
            keys[index] = keys[child];
            index = child;
        }

        keys[index] = key;
    }
}

using System.Runtime.CompilerServices;

namespace SearchNews.Lucene.Search;

/// <summary>
/// Keeps the best hits: a binary min-heap of 64-bit keys, the score in the upper half in an order-preserving form and the complement of the
/// document in the lower, so that one comparison ranks by score and then by document.
/// </summary>
internal sealed class TopScoreHeap
{
    private long[] _keys = [];
    private int _capacity;

    /// <summary>How many hits there are.</summary>
    public int Count { get; private set; }

    /// <summary>True when as many hits are there as are kept.</summary>
    public bool IsFull => Count == _capacity;

    /// <summary>The worst hit kept; only when <see cref="IsFull"/>.</summary>
    public ScoreDoc Worst => Decode(_keys[0]);

    /// <summary>Offers a hit; true when it was taken and the heap is full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(int doc, float score)
    {
        long key = Encode(doc, score);
        if (IsFull && key <= _keys[0]) return false;
        return Insert(key);
    }

    /// <summary>Empties the heap.</summary>
    /// <param name="capacity">How many hits to keep, at least 1.</param>
    public void Set(int capacity)
    {
        SearchMemory.Fit(ref _keys, capacity);
        _capacity = capacity;
        Count = 0;
    }

    /// <summary>Copies the hits, best first.</summary>
    public void CopyTo(Span<ScoreDoc> hits)
    {
        // Ascending keys are a heap as well.
        Span<long> keys = _keys.AsSpan(0, Count);
        keys.Sort();
        for (int i = 0; i < keys.Length; i++) hits[i] = Decode(keys[^(i + 1)]);
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
        if (!IsFull)
        {
            SiftUp(Count++, key);
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
            if (child >= _capacity) break;
            if (child + 1 < _capacity && keys[child + 1] < keys[child]) child++;
            if (keys[child] >= key) break;
            keys[index] = keys[child];
            index = child;
        }

        keys[index] = key;
    }
}

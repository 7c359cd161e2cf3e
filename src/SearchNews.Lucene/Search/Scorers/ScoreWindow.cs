using System.Numerics;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Scores of a run of documents, added up clause by clause: a bit for each document that matches, and the sum of its scores in double. Small enough for the
/// processor's nearest cache.
/// </summary>
internal sealed class ScoreWindow
{
    /// <summary>Documents of a window.</summary>
    public const int Size = 2048;

    private const int WordBits = 64;

    private readonly ulong[] _matches = new ulong[Size / WordBits];
    private readonly double[] _sums = new double[Size];
    private readonly int[]? _counts;
    private readonly int[] _docs = new int[WordBits];
    private readonly float[] _scores = new float[WordBits];
    private readonly int _minimum;

    /// <summary>Creates an empty window.</summary>
    /// <param name="minimum">How many clauses must match a document.</param>
    public ScoreWindow(int minimum)
    {
        _minimum = minimum;
        if (minimum > 1) _counts = new int[Size];
    }

    /// <summary>The first document; only to be set while the window is empty.</summary>
    public int Base { get; set; }

    /// <summary>Adds scores.</summary>
    public void Add(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        double[] sums = _sums;
        int start = Base;
        for (int i = 0; i < docs.Length; i++) sums[docs[i] - start] += scores[i];
        Mark(docs);
    }

    /// <summary>Adds a score.</summary>
    public void Add(int doc, float score)
    {
        _sums[doc - Base] += score;
        Mark(doc);
    }

    /// <summary>Marks documents as matching.</summary>
    public void Mark(ReadOnlySpan<int> docs)
    {
        ulong[] matches = _matches;
        int start = Base;
        foreach (int doc in docs) matches[(doc - start) >> 6] |= 1UL << (doc - start);
        if (_counts is null) return;
        foreach (int doc in docs) _counts[doc - start]++;
    }

    /// <summary>Marks a document as matching.</summary>
    public void Mark(int doc) => Mark([doc]);

    /// <summary>Takes documents out.</summary>
    public void Remove(ReadOnlySpan<int> docs)
    {
        foreach (int doc in docs) Remove(doc);
    }

    /// <summary>Takes a document out.</summary>
    public void Remove(int doc)
    {
        int index = doc - Base;
        _matches[index >> 6] &= ~(1UL << index);
        _sums[index] = 0;
        if (_counts is not null) _counts[index] = 0;
    }

    /// <summary>Collects the documents that matched often enough and are live, and empties the window.</summary>
    public void Flush(LeafCollector collector, Bits? liveDocs)
    {
        for (int word = 0; word < _matches.Length; word++)
        {
            ulong bits = _matches[word];
            if (bits == 0) continue;
            _matches[word] = 0;
            int count = 0;
            for (; bits != 0; bits &= bits - 1)
            {
                int index = (word << 6) + BitOperations.TrailingZeroCount(bits);
                _docs[count] = Base + index;
                _scores[count] = (float)_sums[index];
                _sums[index] = 0;
                if (IsWanted(index, liveDocs)) count++;
            }

            collector.Collect(_docs.AsSpan(0, count), _scores.AsSpan(0, count));
        }
    }

    private bool IsWanted(int index, Bits? liveDocs)
    {
        if (_counts is not null)
        {
            int matched = _counts[index];
            _counts[index] = 0;
            if (matched < _minimum) return false;
        }

        return liveDocs is null || liveDocs[Base + index];
    }
}

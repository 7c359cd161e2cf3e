namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Sums of scores of a run of documents, in double, for those who only want the documents whose sum is high enough. Nothing says which documents matched; a sum of 0
/// is below any threshold. Belongs to one thread.
/// </summary>
/// <remarks>
/// Where few documents are touched, they are noted and looked at again; else all sums are compared with the threshold (<see cref="SumScan"/>). Both empty the window.
/// </remarks>
internal sealed class SumWindow
{
    /// <summary>Documents of a window: their sums fill the processor's nearest cache.</summary>
    public const int Size = 4096;

    // Comparing all sums costs about as much as looking at so many documents again.
    private const int MaxTouched = Size / 8;

    private readonly double[] _sums = new double[Size];
    private readonly int[] _touched = new int[MaxTouched];
    private int _touchedCount;

    /// <summary>The first document; only to be set while the window is empty.</summary>
    public int Base { get; set; }

    /// <summary>The sums, to which those of the given documents will be added; they begin with <see cref="Base"/>.</summary>
    public double[] Touch(ReadOnlySpan<int> docs)
    {
        int count = _touchedCount;
        if (count + docs.Length <= MaxTouched) docs.CopyTo(_touched.AsSpan(count));
        _touchedCount = Math.Min(count + docs.Length, MaxTouched + 1);
        return _sums;
    }

    /// <summary>Takes out the documents whose sum is at least the threshold, ascending, and empties the window.</summary>
    /// <param name="threshold">Above 0.</param>
    /// <param name="docs">Receives the documents; <see cref="Size"/> long.</param>
    /// <param name="sums">Receives their sums; <see cref="Size"/> long.</param>
    /// <returns>How many there are.</returns>
    public int Drain(double threshold, int[] docs, double[] sums)
    {
        int count = _touchedCount <= MaxTouched ? DrainTouched(threshold, docs, sums) : SumScan.Take(_sums, threshold, Base, docs, sums);
        _touchedCount = 0;
        return count;
    }

    private int DrainTouched(double threshold, int[] docs, double[] sums)
    {
        int count = 0;
        int last = -1;
        bool ascending = true;
        int start = Base;
        foreach (int doc in _touched.AsSpan(0, _touchedCount))
        {
            double sum = _sums[doc - start];
            _sums[doc - start] = 0; // what is touched twice counts once
            if (sum < threshold) continue;
            docs[count] = doc;
            sums[count++] = sum;
            ascending &= doc > last;
            last = doc;
        }

        if (!ascending) docs.AsSpan(0, count).Sort(sums.AsSpan(0, count));
        return count;
    }
}

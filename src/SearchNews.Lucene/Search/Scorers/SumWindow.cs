namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Sums of scores of a run of documents, in double, for those who only want the documents whose sum is high enough. Nothing says which documents matched; a sum of 0
/// is below any threshold. Belongs to one thread.
/// </summary>
/// <remarks>Groups of eight documents in which one was touched are noted, and only they are looked at again (<see cref="SumScan"/>) and emptied.</remarks>
internal sealed class SumWindow
{
    /// <summary>Documents of a window: their sums fill a quarter of a megabyte, which stays in the processor's second cache, and a clause of few documents has some of them.</summary>
    public const int Size = 1 << 15;

    private readonly double[] _sums = new double[Size];
    private readonly byte[] _touched = new byte[Size / SumScan.GroupSize];
    private int _drained; // groups

    /// <summary>The first document; only to be set while the window is empty.</summary>
    public int Base { get; set; }

    /// <summary>The sums, to which those of the given documents will be added; they begin with <see cref="Base"/>.</summary>
    public double[] Touch(ReadOnlySpan<int> docs)
    {
        byte[] touched = _touched;
        int start = Base;
        foreach (int doc in docs) touched[(uint)(doc - start) / SumScan.GroupSize] = 1;
        return _sums;
    }

    /// <summary>Adds scores to the sums.</summary>
    /// <param name="docs">Documents of the window, ascending.</param>
    /// <param name="codes">The codes of their impacts.</param>
    /// <param name="table">Scores by code.</param>
    public void Add(ReadOnlySpan<int> docs, ReadOnlySpan<byte> codes, double[] table) => ImpactKernel.Add(docs, codes, table, _sums, _touched, Base);

    /// <summary>Takes out the next documents whose sum is at least the threshold, ascending. When it returns false, the window is empty; until then nothing may be added.</summary>
    /// <param name="threshold">Above 0.</param>
    /// <param name="docs">Receives the documents, <see cref="SumScan.MinRoom"/> long at least.</param>
    /// <param name="sums">Receives their sums; as long.</param>
    /// <param name="count">How many there are.</param>
    public bool Drain(double threshold, int[] docs, double[] sums, out int count)
    {
        count = SumScan.Take(_sums, _touched, ref _drained, threshold, Base, docs, sums);
        if (_drained < _touched.Length) return true;
        _drained = 0;
        return false;
    }
}

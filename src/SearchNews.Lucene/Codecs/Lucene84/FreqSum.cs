using System.Numerics;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>Adds frequencies up, which says how many positions lie between two documents.</summary>
internal static class FreqSum
{
    /// <summary>The sum of any number of frequencies.</summary>
    public static long AddUp(ReadOnlySpan<int> freqs) => Vector.IsHardwareAccelerated ? AddUpInVectors(freqs) : AddUpPlain(freqs);

    /// <summary>The same a frequency at a time: the reference.</summary>
    public static long AddUpPlain(ReadOnlySpan<int> freqs)
    {
        long sum = 0;
        foreach (int freq in freqs) sum += freq;
        return sum;
    }

    private static long AddUpInVectors(ReadOnlySpan<int> freqs)
    {
        var sums = Vector<long>.Zero;
        int i = 0;
        for (; i <= freqs.Length - Vector<int>.Count; i += Vector<int>.Count)
        {
            Vector.Widen(new Vector<int>(freqs[i..]), out Vector<long> low, out Vector<long> high);
            sums += low + high;
        }

        return Vector.Sum(sums) + AddUpPlain(freqs[i..]);
    }
}

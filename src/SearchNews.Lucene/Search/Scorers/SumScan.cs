using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Takes the high sums out of many, and leaves zeros.</summary>
internal static class SumScan
{
    /// <summary>Writes the documents whose sum is at least the threshold, ascending, and their sums; all sums are 0 afterwards.</summary>
    /// <param name="sums">Sums of documents that follow each other; a multiple of eight.</param>
    /// <param name="threshold">Above 0.</param>
    /// <param name="start">The document of the first sum.</param>
    /// <param name="docs">Receives the documents; as long as <paramref name="sums"/>.</param>
    /// <param name="found">Receives their sums; as long as <paramref name="sums"/>.</param>
    /// <returns>How many there are.</returns>
    public static int Take(double[] sums, double threshold, int start, int[] docs, double[] found) =>
        Vector256.IsHardwareAccelerated ? TakeByVectors(sums, threshold, start, docs, found) : TakePlain(sums, threshold, start, docs, found);

    /// <summary>The same a sum at a time: the reference.</summary>
    public static int TakePlain(double[] sums, double threshold, int start, int[] docs, double[] found)
    {
        int count = 0;
        for (int i = 0; i < sums.Length; i++)
        {
            if (sums[i] < threshold) continue;
            docs[count] = start + i;
            found[count++] = sums[i];
        }

        Array.Clear(sums);
        return count;
    }

    private static int TakeByVectors(double[] sums, double threshold, int start, int[] docs, double[] found)
    {
        int count = 0;
        ref double first = ref MemoryMarshal.GetArrayDataReference(sums);
        Vector512<double> wanted = Vector512.Create(threshold);
        for (int i = 0; i <= sums.Length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            ref double at = ref Unsafe.Add(ref first, i);
            ulong high = Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref at), wanted).ExtractMostSignificantBits();
            for (; high != 0; high &= high - 1)
            {
                int index = i + BitOperations.TrailingZeroCount(high);
                docs[count] = start + index;
                found[count++] = sums[index];
            }

            Vector512<double>.Zero.StoreUnsafe(ref at);
        }

        return count;
    }
}

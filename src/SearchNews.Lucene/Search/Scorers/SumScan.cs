using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Takes the high sums out of many, and leaves zeros. Looks only at groups that are marked as touched.</summary>
internal static class SumScan
{
    /// <summary>Sums of a group: as many as fill a line of the processor's cache.</summary>
    public const int GroupSize = 8;

    /// <summary>The least room for what is found: groups are looked at so many at a time.</summary>
    public const int MinRoom = GroupSize * Groups;

    private const int Groups = 32;

    /// <summary>Writes the documents whose sum is at least the threshold, ascending, and their sums, until there is no more room; sums and marks that were looked at are 0 afterwards.</summary>
    /// <param name="sums">Sums of documents that follow each other, 0 in groups that are not marked.</param>
    /// <param name="touched">A 1 for each group that is marked, else 0; a multiple of 32.</param>
    /// <param name="group">The first group to look at, a multiple of 32; then the first that was not, or their number.</param>
    /// <param name="threshold">Above 0.</param>
    /// <param name="start">The document of the first sum.</param>
    /// <param name="docs">Receives the documents; <see cref="MinRoom"/> long at least.</param>
    /// <param name="found">Receives their sums; as long as <paramref name="docs"/>.</param>
    /// <returns>How many there are.</returns>
    public static int Take(double[] sums, byte[] touched, ref int group, double threshold, int start, int[] docs, double[] found) =>
        Vector256.IsHardwareAccelerated ? TakeByVectors(sums, touched, ref group, threshold, start, docs, found) : TakePlain(sums, touched, ref group, threshold, start, docs, found);

    /// <summary>The same a sum at a time: the reference.</summary>
    public static int TakePlain(double[] sums, byte[] touched, ref int group, double threshold, int start, int[] docs, double[] found)
    {
        int count = 0;
        for (; group < touched.Length; group++)
        {
            if (group % Groups == 0 && docs.Length - count < MinRoom) break;
            if (touched[group] == 0) continue;
            touched[group] = 0;
            for (int i = group * GroupSize; i < (group + 1) * GroupSize; i++)
            {
                if (sums[i] >= threshold)
                {
                    docs[count] = start + i;
                    found[count++] = sums[i];
                }

                sums[i] = 0;
            }
        }

        return count;
    }

    private static int TakeByVectors(double[] sums, byte[] touched, ref int group, double threshold, int start, int[] docs, double[] found)
    {
        int count = 0;
        ref double first = ref MemoryMarshal.GetArrayDataReference(sums);
        Vector512<double> wanted = Vector512.Create(threshold);
        for (; group < touched.Length && docs.Length - count >= MinRoom; group += Groups)
        {
            Vector256<byte> marks = Vector256.Create(touched, group);
            if (marks == Vector256<byte>.Zero) continue;
            Vector256<byte>.Zero.CopyTo(touched, group);
            for (uint bits = Vector256.GreaterThan(marks, Vector256<byte>.Zero).ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
            {
                int index = (group + BitOperations.TrailingZeroCount(bits)) * GroupSize;
                ref double at = ref Unsafe.Add(ref first, index);
                for (ulong high = Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref at), wanted).ExtractMostSignificantBits(); high != 0; high &= high - 1)
                {
                    int i = BitOperations.TrailingZeroCount(high);
                    docs[count] = start + index + i;
                    found[count++] = Unsafe.Add(ref at, i);
                }

                Vector512<double>.Zero.StoreUnsafe(ref at);
            }
        }

        return count;
    }
}

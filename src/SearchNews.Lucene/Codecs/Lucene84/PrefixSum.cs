using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>Adds differences up. Sums wrap round; who cannot rule that out checks before.</summary>
internal static class PrefixSum
{
    /// <summary>Replaces each value by the sum of <paramref name="start"/>, the values before it and itself.</summary>
    /// <param name="values">A multiple of four.</param>
    /// <param name="start">What the first is added to.</param>
    public static void AddUp(Span<int> values, int start)
    {
        if (Vector128.IsHardwareAccelerated) AddUpInVectors(values, start);
        else AddUpPlain(values, start);
    }

    /// <summary>The same a value at a time: the reference.</summary>
    public static void AddUpPlain(Span<int> values, int start)
    {
        foreach (ref int value in values) value = start += value;
    }

    private static void AddUpInVectors(Span<int> values, int start)
    {
        ref int at = ref MemoryMarshal.GetReference(values);
        Vector128<int> sum = Vector128.Create(start);
        for (nuint i = 0; i < (nuint)values.Length; i += 4)
        {
            // An index outside the vector shuffles a zero in.
            Vector128<int> v = Vector128.LoadUnsafe(ref at, i);
            v += Vector128.Shuffle(v, Vector128.Create(-1, 0, 1, 2));
            v += Vector128.Shuffle(v, Vector128.Create(-1, -1, 0, 1));
            v += sum;
            v.StoreUnsafe(ref at, i);
            sum = Vector128.Shuffle(v, Vector128.Create(3));
        }
    }
}

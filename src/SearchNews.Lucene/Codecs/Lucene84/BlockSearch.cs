using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>Finds a document in a decoded block.</summary>
internal static class BlockSearch
{
    /// <summary>The search may look at so many elements beyond the one it finds; arrays need that much room at their end.</summary>
    public const int Slack = 8;

    /// <summary>Index of the first of the ascending <paramref name="docs"/>, from <paramref name="from"/> on, that is at or above <paramref name="target"/>; there must be one.</summary>
    public static int FindFirstAtLeast(int[] docs, int from, int target)
    {
        // A short way on is the rule when several lists are intersected, so there is no binary search.
        if (!Vector256.IsHardwareAccelerated) return FindScalar(docs, from, target);
        ReadOnlySpan<int> rest = docs.AsSpan(from);
        Vector256<int> below = Vector256.Create(target - 1);
        for (int i = 0; ; i += Vector256<int>.Count)
        {
            uint found = Vector256.GreaterThan(Vector256.Create(rest[i..]), below).ExtractMostSignificantBits();
            if (found != 0) return from + i + BitOperations.TrailingZeroCount(found);
        }
    }

    private static int FindScalar(int[] docs, int from, int target)
    {
        int i = from;
        while (docs[i] < target) i++;
        return i;
    }
}

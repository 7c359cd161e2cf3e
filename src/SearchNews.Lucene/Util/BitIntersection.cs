using System.Numerics;

namespace SearchNews.Lucene.Util;

/// <summary>Intersects sets of bits, a vector of words at a time.</summary>
internal static class BitIntersection
{
    /// <summary>Takes out of a set what is not in another.</summary>
    /// <param name="words">The set.</param>
    /// <param name="others">The other; as many words.</param>
    public static void And(Span<ulong> words, ReadOnlySpan<ulong> others)
    {
        others = others[..words.Length];
        int i = 0;
        for (; i <= words.Length - Vector<ulong>.Count; i += Vector<ulong>.Count) (new Vector<ulong>(words[i..]) & new Vector<ulong>(others[i..])).CopyTo(words[i..]);
        for (; i < words.Length; i++) words[i] &= others[i];
    }

    /// <summary>Adds to a set what two others have in common.</summary>
    /// <param name="words">The set.</param>
    /// <param name="left">The one; as many words.</param>
    /// <param name="right">The other; as many words.</param>
    public static void OrAnd(Span<ulong> words, ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        left = left[..words.Length];
        right = right[..words.Length];
        int i = 0;
        for (; i <= words.Length - Vector<ulong>.Count; i += Vector<ulong>.Count)
            (new Vector<ulong>(words[i..]) | (new Vector<ulong>(left[i..]) & new Vector<ulong>(right[i..]))).CopyTo(words[i..]);
        for (; i < words.Length; i++) words[i] |= left[i] & right[i];
    }
}

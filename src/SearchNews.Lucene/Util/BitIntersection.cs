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
}

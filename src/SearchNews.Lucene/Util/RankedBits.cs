using System.Numerics;

namespace SearchNews.Lucene.Util;

/// <summary>A set of documents as bits that also says how many of them are before one. Takes a bit and a half for each document that could be in it. Immutable, thread-safe.</summary>
internal sealed class RankedBits
{
    private readonly ulong[] _words;
    private readonly int[] _ranks; // documents before each word

    /// <summary>Makes a set.</summary>
    /// <param name="docs">Its documents, ascending.</param>
    /// <param name="maxDoc">Above all of them.</param>
    public RankedBits(ReadOnlySpan<int> docs, int maxDoc)
    {
        _words = new ulong[(maxDoc + 63) >> 6];
        _ranks = new int[_words.Length];
        foreach (int doc in docs) _words[doc >> 6] |= 1UL << doc;
        for (int i = 1; i < _words.Length; i++) _ranks[i] = _ranks[i - 1] + BitOperations.PopCount(_words[i - 1]);
    }

    /// <summary>The bits, lowest first.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>About the bytes of a set.</summary>
    public static long BytesOf(int maxDoc) => maxDoc * 3L / 16;

    /// <summary>Whether a document is in the set; it is below what was said to be above all.</summary>
    public bool Contains(int doc) => (_words[doc >> 6] & (1UL << doc)) != 0;

    /// <summary>How many documents of the set are before one.</summary>
    public int Rank(int doc) => _ranks[doc >> 6] + BitOperations.PopCount(_words[doc >> 6] & ((1UL << doc) - 1));
}

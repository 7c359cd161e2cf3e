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
        : this(BitsOf(docs, maxDoc), WordsOf(maxDoc))
    {
    }

    /// <summary>Takes a set over.</summary>
    /// <param name="words">Its bits, lowest first, and possibly others behind them.</param>
    /// <param name="count">How many words are the set's.</param>
    public RankedBits(ulong[] words, int count)
    {
        _words = words;
        _ranks = new int[count];
        for (int i = 1; i < count; i++) _ranks[i] = _ranks[i - 1] + BitOperations.PopCount(words[i - 1]);
    }

    /// <summary>The bits, lowest first.</summary>
    public ReadOnlyMemory<ulong> Words => _words.AsMemory(0, _ranks.Length);

    /// <summary>How many words the bits of so many documents take.</summary>
    public static int WordsOf(int maxDoc) => (maxDoc + 63) >> 6;

    /// <summary>About the bytes of a set.</summary>
    public static long BytesOf(int maxDoc) => maxDoc * 3L / 16;

    /// <summary>Whether a document is in the set; it is below what was said to be above all.</summary>
    public bool Contains(int doc) => (_words[doc >> 6] & (1UL << doc)) != 0;

    /// <summary>How many documents of the set are before one.</summary>
    public int Rank(int doc) => _ranks[doc >> 6] + BitOperations.PopCount(_words[doc >> 6] & ((1UL << doc) - 1));

    private static ulong[] BitsOf(ReadOnlySpan<int> docs, int maxDoc)
    {
        ulong[] words = new ulong[WordsOf(maxDoc)];
        foreach (int doc in docs) words[doc >> 6] |= 1UL << doc;
        return words;
    }
}

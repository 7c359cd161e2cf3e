using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index;

/// <summary>The documents of a frequent term as bits, all of them and those of the tier before the last, and which of all documents one is. Immutable, thread-safe.</summary>
/// <remarks>Two sets of bits, and half a bit a document of the segment for counting. The first tiers have too few documents to be bits of their own: what asks for them is given those of the tier before the last.</remarks>
internal sealed class TierBits
{
    private const int Sets = 2;

    private readonly ulong[] _words; // of all documents, then of the tier before the last
    private readonly RankedBits _all;
    private readonly ImpactTier _last;

    /// <summary>Takes the documents of tiers.</summary>
    /// <param name="tiers">At least one; in the last are all documents.</param>
    /// <param name="maxDoc">Documents of the segment.</param>
    public TierBits(ReadOnlySpan<ImpactTier> tiers, int maxDoc)
    {
        LastTier = tiers.Length - 1;
        FirstTier = Math.Max(0, LastTier - 1);
        _last = tiers[LastTier];
        WordsOfSet = RankedBits.WordsOf(maxDoc);
        _words = new ulong[WordsOfSet * Math.Min(Sets, tiers.Length)];
        for (int tier = FirstTier; tier <= LastTier; tier++)
        {
            Span<ulong> words = _words.AsSpan(OffsetOf(tier), WordsOfSet);
            foreach (int doc in tiers[tier].Docs[..tiers[tier].Count]) words[doc >> 6] |= 1UL << doc;
        }

        _all = new RankedBits(_words, WordsOfSet);
    }

    /// <summary>The last tier, that of all documents.</summary>
    public int LastTier { get; }

    /// <summary>The first tier that has bits of its own: that before the last, if there is one.</summary>
    public int FirstTier { get; }

    /// <summary>The bits of all documents, and behind them those of the tier before the last.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>How many words each set of bits has.</summary>
    public int WordsOfSet { get; }

    /// <summary>About the bytes of a term's bits.</summary>
    /// <param name="maxDoc">Documents of the segment.</param>
    public static long BytesOf(int maxDoc) => ((Sets - 1L) * maxDoc / 8) + RankedBits.BytesOf(maxDoc);

    /// <summary>Where the bits of all documents of a tier, and possibly of others, begin in <see cref="Words"/>.</summary>
    public int OffsetOf(int tier) => tier == LastTier ? 0 : WordsOfSet;

    /// <summary>All documents of a tier, and possibly others.</summary>
    public ReadOnlyMemory<ulong> Of(int tier) => _words.AsMemory(OffsetOf(tier), WordsOfSet);

    /// <summary>The code of a document; -1 when the term is not there.</summary>
    public int CodeOf(int doc) => _all.Contains(doc) ? _last.Codes[_all.Rank(doc)] : -1;
}

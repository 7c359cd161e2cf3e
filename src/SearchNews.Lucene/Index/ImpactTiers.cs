using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index;

/// <summary>
/// The documents of a frequent term in memory: all of them, and those with the highest impacts (frequency and norm) once more in tiers of their own, as a search for the best needs few others. Immutable, thread-safe.
/// </summary>
/// <remarks>
/// An impact is told by its code, a byte; the lower the code, the higher the score, as far as one scorer goes (another may rank impacts otherwise, and has to look at all codes of a tier).
/// A posting takes 5 bytes in each tier that it is in. Of terms that have one of <see cref="MaxDocsPerPosting"/> documents, codes are found by document as well, for a byte a posting and a bit a document.
/// Source of the idea: Anh and Moffat, Pruned query evaluation using pre-computed impacts (2006).
/// </remarks>
internal sealed class ImpactTiers
{
    /// <summary>Rarer terms cannot be asked by document.</summary>
    public const int MaxDocsPerPosting = 32;

    private readonly int[] _freqs;
    private readonly byte[] _norms;
    private readonly ImpactTier[] _tiers;
    private readonly RankedBits? _docs;
    private readonly byte[] _codes;

    /// <summary>Takes over what the builder made.</summary>
    /// <param name="freqs">The frequency of each code.</param>
    /// <param name="norms">The norm of each code.</param>
    /// <param name="tiers">At least one.</param>
    /// <param name="docs">The documents; null when they cannot be asked for.</param>
    /// <param name="codes">The codes of the documents, in their order; empty when they cannot be asked for.</param>
    public ImpactTiers(int[] freqs, byte[] norms, ImpactTier[] tiers, RankedBits? docs, byte[] codes)
    {
        _freqs = freqs;
        _norms = norms;
        _tiers = tiers;
        _docs = docs;
        _codes = codes;
    }

    /// <summary>The frequency of each code, 1 to 255; at most 256 of them.</summary>
    public ReadOnlySpan<int> Freqs => _freqs;

    /// <summary>The norm of each code.</summary>
    public ReadOnlySpan<byte> Norms => _norms;

    /// <summary>The tiers, that of the highest impacts first; in the last are all documents.</summary>
    public ReadOnlySpan<ImpactTier> Tiers => _tiers;

    /// <summary>How many documents there are.</summary>
    public int Count => _tiers[^1].Count;

    /// <summary>All documents.</summary>
    public ImpactTier All => _tiers[^1];

    /// <summary>True when codes are found by document.</summary>
    public bool HasCodesByDoc => _docs is not null;

    /// <summary>About the bytes that the tiers of a term take.</summary>
    /// <param name="docFreq">Documents of the term.</param>
    /// <param name="maxDoc">Documents of the segment.</param>
    public static long BytesOf(int docFreq, int maxDoc) => (5L * (docFreq + (docFreq / 8) + (docFreq / 64))) + (IsDense(docFreq, maxDoc) ? docFreq + RankedBits.BytesOf(maxDoc) : 0);

    /// <summary>Whether a term is frequent enough to be asked by document.</summary>
    public static bool IsDense(int docFreq, int maxDoc) => (long)docFreq * MaxDocsPerPosting >= maxDoc;

    /// <summary>The documents as bits. Only with <see cref="HasCodesByDoc"/>.</summary>
    public RankedBits DocBits => _docs!;

    /// <summary>The code of a document; -1 when the term is not there. Only with <see cref="HasCodesByDoc"/>.</summary>
    public int CodeOf(int doc) => _docs!.Contains(doc) ? _codes[_docs.Rank(doc)] : -1;
}

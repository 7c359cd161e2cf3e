namespace SearchNews.Lucene.Index;

/// <summary>
/// The documents of a frequent term in memory: all of them, and those with the highest impacts (frequency and norm) once more in tiers of their own, as a search for the best needs few others. Immutable, thread-safe.
/// </summary>
/// <remarks>
/// An impact is told by its code, a byte; the lower the code, the higher the score, as far as one scorer goes (another may rank impacts otherwise, and has to look at all codes of a tier).
/// A posting takes 5 bytes in each tier that it is in. Of terms that have one of <see cref="MaxDocsPerPosting"/> documents, codes are found by document as well (<see cref="TierBits"/>).
/// Source of the idea: Anh and Moffat, Pruned query evaluation using pre-computed impacts (2006).
/// </remarks>
internal sealed class ImpactTiers
{
    /// <summary>Rarer terms cannot be asked by document.</summary>
    public const int MaxDocsPerPosting = 64;

    // Of a term with few documents, about what its arrays and objects take beside their elements.
    private const int Overhead = 1 << 10;

    private readonly int[] _freqs;
    private readonly byte[] _norms;
    private readonly ImpactTier[] _tiers;

    /// <summary>Takes over what the builder made.</summary>
    /// <param name="freqs">The frequency of each code.</param>
    /// <param name="norms">The norm of each code.</param>
    /// <param name="tiers">At least one.</param>
    /// <param name="bits">The same by document; null when the term is too rare to be asked so.</param>
    public ImpactTiers(int[] freqs, byte[] norms, ImpactTier[] tiers, TierBits? bits)
    {
        _freqs = freqs;
        _norms = norms;
        _tiers = tiers;
        Bits = bits;
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

    /// <summary>The same by document; null when the term is too rare to be asked so.</summary>
    public TierBits? Bits { get; }

    /// <summary>About the bytes that the tiers of a term take.</summary>
    /// <param name="docFreq">Documents of the term.</param>
    /// <param name="maxDoc">Documents of the segment.</param>
    public static long BytesOf(int docFreq, int maxDoc) => Overhead + (5L * (docFreq + (docFreq / 8) + (docFreq / 64))) + (IsDense(docFreq, maxDoc) ? TierBits.BytesOf(maxDoc) : 0);

    /// <summary>Whether a term is frequent enough to be asked by document.</summary>
    public static bool IsDense(int docFreq, int maxDoc) => (long)docFreq * MaxDocsPerPosting >= maxDoc;
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Keeps those documents of one term that another, dense term may lift to a score: for each code of the one, those in certain tiers of the other, free of branches. Belongs to one thread.
/// </summary>
internal sealed class TierFilter
{
    private readonly int[] _offsets = new int[ImpactKernel.Length]; // of the tier's bits, by code
    private readonly ulong[] _always = new ulong[ImpactKernel.Length]; // all ones when documents with the code pass anyway
    private TierBits _bits = null!;

    /// <summary>Prepares asking about a term; <see cref="Require"/> or <see cref="Pass"/> has to follow for each code.</summary>
    /// <param name="bits">The dense term.</param>
    public TierFilter Set(TierBits bits)
    {
        _bits = bits;
        return this;
    }

    /// <summary>Documents with a code pass when they are in one of the first tiers of the dense term.</summary>
    /// <param name="code">The code.</param>
    /// <param name="tiers">How many tiers; as if 1 when it is 0.</param>
    public void Require(int code, int tiers)
    {
        _offsets[code] = _bits.OffsetOf(Math.Max(tiers - 1, 0));
        _always[code] = 0;
    }

    /// <summary>Documents with a code pass.</summary>
    public void Pass(int code)
    {
        _offsets[code] = 0;
        _always[code] = ulong.MaxValue;
    }

    /// <summary>Keeps the documents that pass, and their codes.</summary>
    /// <param name="docs">Documents, ascending.</param>
    /// <param name="codes">Their codes; as many.</param>
    /// <param name="kept">Receives the documents; as long as <paramref name="docs"/> at least.</param>
    /// <param name="keptCodes">Receives their codes; as long.</param>
    /// <returns>How many are kept.</returns>
    public int Keep(ReadOnlySpan<int> docs, ReadOnlySpan<byte> codes, Span<int> kept, Span<byte> keptCodes)
    {
        if (docs.IsEmpty) return 0;
        if (docs[0] < 0 || docs[^1] >> 6 >= _bits.WordsOfSet) throw new ArgumentOutOfRangeException(nameof(docs), $"Documents {docs[0]} to {docs[^1]} do not lie in {_bits.WordsOfSet} words.");
        codes = codes[..docs.Length];
        kept = kept[..docs.Length];
        keptCodes = keptCodes[..docs.Length];
        ref ulong word = ref MemoryMarshal.GetReference(_bits.Words);
        ref int offset = ref MemoryMarshal.GetArrayDataReference(_offsets);
        ref ulong always = ref MemoryMarshal.GetArrayDataReference(_always);
        ref int toDoc = ref MemoryMarshal.GetReference(kept);
        ref byte toCode = ref MemoryMarshal.GetReference(keptCodes);
        int count = 0;
        for (int i = 0; i < docs.Length; i++)
        {
            int doc = docs[i];
            byte code = codes[i];
            Unsafe.Add(ref toDoc, (nint)(uint)count) = doc;
            Unsafe.Add(ref toCode, (nint)(uint)count) = code;
            ulong bits = Unsafe.Add(ref word, (nint)(uint)(Unsafe.Add(ref offset, (nint)code) + (doc >> 6))) | Unsafe.Add(ref always, (nint)code);
            count += (int)(bits >> doc) & 1;
        }

        return count;
    }
}

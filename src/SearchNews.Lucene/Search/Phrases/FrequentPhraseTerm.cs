using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Scorers;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Phrases;

/// <summary>A frequent term of a phrase in one segment, whose positions are in memory. Belongs to one thread.</summary>
internal sealed class FrequentPhraseTerm
{
    private DenseTerm? _impacts;

    // Among documents that are numbers, the first that is not below the batch.
    private int _first;

    /// <summary>The positions.</summary>
    public TermPositions Positions { get; private set; } = null!;

    /// <summary>How far from the beginning of the phrase it stands.</summary>
    public int Offset { get; private set; }

    /// <summary>Prepares asking, from the first document on.</summary>
    /// <param name="positions">The positions.</param>
    /// <param name="offset">How far from the beginning of the phrase it stands, less than <see cref="TermPositions.WordPositions"/>.</param>
    /// <param name="impacts">The documents by impact, with the scores of the phrase; null when they are not in memory or not dense.</param>
    public FrequentPhraseTerm Set(TermPositions positions, int offset, DenseTerm? impacts)
    {
        _impacts = impacts;
        Positions = positions;
        Offset = offset;
        _first = 0;
        return this;
    }

    /// <summary>The documents where the phrase may reach a score, and possibly others, as bits; empty when there are none. Only where they are not numbers.</summary>
    public ReadOnlyMemory<ulong> BitsReaching(float minScore) => _impacts is null ? Positions.Bits!.Words : _impacts.BitsReaching(minScore, 0, 1);

    /// <summary>Reads the term's documents in order, where they are numbers.</summary>
    /// <param name="min">The first that may be read.</param>
    /// <param name="max">Above the last.</param>
    /// <param name="docs">Receives them.</param>
    /// <returns>How many were read; 0 at the end.</returns>
    public int Read(int min, int max, Span<int> docs)
    {
        ReadOnlySpan<int> rest = Positions.Docs[Galloping.FindFirstAtLeast(Positions.Docs, _first, min)..];
        rest = rest[..Math.Min(rest.Length, docs.Length)];
        rest = rest[..Galloping.FindFirstAtLeast(rest, 0, max)];
        rest.CopyTo(docs);
        return rest.Length;
    }

    /// <summary>
    /// Leaves of the positions where the phrase may begin those that have the term at its offset: as bits like those of <see cref="TermPositions.Words"/>, with the bit that tells of greater
    /// positions when one of the terms has such.
    /// </summary>
    /// <param name="docs">A batch of documents, ascending, at least one; those of the batches before are below.</param>
    /// <param name="starts">The positions of each.</param>
    public void Narrow(ReadOnlySpan<int> docs, Span<ulong> starts)
    {
        if (Positions.Bits is { } bits)
        {
            NarrowByRank(bits, docs, starts);
            return;
        }

        ReadOnlySpan<int> ours = Positions.Docs;
        int at = _first = Galloping.FindFirstAtLeast(ours, _first, docs[0]);
        for (int i = 0; i < docs.Length; i++)
        {
            at = Galloping.FindFirstAtLeast(ours, at, docs[i]);
            starts[i] = Narrow(starts[i], at < ours.Length && ours[at] == docs[i] ? Positions.Words[at] : 0);
        }
    }

    /// <summary>
    /// Keeps the documents where two terms leave positions for the phrase to begin, and these, as <see cref="Narrow(ReadOnlySpan{int}, Span{ulong})"/> would from all positions. Only for terms whose documents are bits.
    /// </summary>
    /// <param name="other">The other term.</param>
    /// <param name="docs">Documents that both have; those that are kept stand first then.</param>
    /// <param name="starts">Receives the positions of those that are kept.</param>
    /// <returns>How many are kept.</returns>
    public int KeepWith(FrequentPhraseTerm other, Span<int> docs, Span<ulong> starts)
    {
        RankedBits ours = Positions.Bits!;
        RankedBits theirs = other.Positions.Bits!;
        ReadOnlySpan<ulong> words = Positions.Words;
        ReadOnlySpan<ulong> otherWords = other.Positions.Words;
        starts = starts[..docs.Length];
        int kept = 0;
        for (int i = 0; i < docs.Length; i++)
        {
            int doc = docs[i];
            docs[kept] = doc;
            ulong left = Narrow(~TermPositions.HasMore, words[ours.Rank(doc)]);
            ulong both = other.Narrow(left, otherWords[theirs.Rank(doc)]);
            starts[kept] = both;
            kept += both != 0 ? 1 : 0;
        }

        return kept;
    }

    /// <summary>Which of the term's documents a document of the last batch is; -1 for none.</summary>
    public int IndexOf(int doc)
    {
        if (Positions.Bits is { } bits) return bits.Contains(doc) ? bits.Rank(doc) : -1;
        int at = Galloping.FindFirstAtLeast(Positions.Docs, _first, doc);
        return at < Positions.Docs.Length && Positions.Docs[at] == doc ? at : -1;
    }

    private void NarrowByRank(RankedBits bits, ReadOnlySpan<int> docs, Span<ulong> starts)
    {
        ReadOnlySpan<ulong> words = Positions.Words;
        starts = starts[..docs.Length];
        for (int i = 0; i < docs.Length; i++) starts[i] = Narrow(starts[i], bits.Contains(docs[i]) ? words[bits.Rank(docs[i])] : 0);
    }

    private ulong Narrow(ulong starts, ulong word) => (starts & ((word & ~TermPositions.HasMore) >> Offset)) | ((starts | word) & TermPositions.HasMore);
}

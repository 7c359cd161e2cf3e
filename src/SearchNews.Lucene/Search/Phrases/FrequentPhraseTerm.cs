using SearchNews.Lucene.Index;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Phrases;

/// <summary>A frequent term of a phrase in one segment, whose positions are in memory. Belongs to one thread.</summary>
internal sealed class FrequentPhraseTerm
{
    // Among documents that are numbers, the first that is not below the batch.
    private int _first;

    /// <summary>The positions.</summary>
    public TermPositions Positions { get; private set; } = null!;

    /// <summary>How far from the beginning of the phrase it stands.</summary>
    public int Offset { get; private set; }

    /// <summary>Prepares asking, from the first document on.</summary>
    /// <param name="positions">The positions.</param>
    /// <param name="offset">How far from the beginning of the phrase it stands, less than <see cref="TermPositions.WordPositions"/>.</param>
    public FrequentPhraseTerm Set(TermPositions positions, int offset)
    {
        Positions = positions;
        Offset = offset;
        _first = 0;
        return this;
    }

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

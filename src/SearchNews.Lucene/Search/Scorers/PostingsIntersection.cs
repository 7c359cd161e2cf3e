using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// The documents that all of several terms have, found where blocks of all terms overlap, block against block. As long as it stands on such an overlap, the terms stand in those blocks, so
/// that frequencies and positions of what was found can be read. Belongs to one thread.
/// </summary>
internal sealed class PostingsIntersection
{
    private const int BlockSize = Lucene84PostingsFormat.BlockSize;

    private readonly BlockPostingsEnum[] _terms;
    private readonly BlockPostingsEnum _lead;
    private readonly int[] _docs = new int[BlockSize];
    private readonly byte[][] _places;
    private readonly byte[] _found = new byte[BlockSize];
    private int _count;
    private int _leadCount; // documents of the rarest term in the overlap

    /// <summary>Combines terms.</summary>
    /// <param name="terms">At least two, unpositioned, the rarest first.</param>
    public PostingsIntersection(BlockPostingsEnum[] terms)
    {
        _terms = terms;
        _lead = terms[0];
        _places = new byte[terms.Length][];
        for (int i = 0; i < terms.Length; i++) _places[i] = new byte[BlockSize];
    }

    /// <summary>A document before which there are none that were not yet found.</summary>
    public int DocId { get; private set; } = -1;

    /// <summary>The documents found last, ascending; none is empty.</summary>
    public ReadOnlySpan<int> Docs => _docs.AsSpan(0, _count);

    /// <summary>For each of the documents found last, how many places behind its current document a term has it.</summary>
    public ReadOnlySpan<byte> PlacesOf(int term) => _places[term].AsSpan(0, _count);

    /// <summary>Passes over what was found last, and returns <see cref="DocId"/>.</summary>
    public int Leave()
    {
        LeaveOverlap();
        return DocId;
    }

    /// <summary>Skips documents below the target.</summary>
    public void Advance(int target)
    {
        LeaveOverlap();
        if (DocId < target) DocId = _lead.Advance(target);
    }

    /// <summary>Finds the next documents before <paramref name="end"/>, those of one overlap of blocks; false when there are none.</summary>
    public bool Next(int end)
    {
        LeaveOverlap();
        while (DocId < end)
        {
            // The terms may stand on different documents, and only in the end do their blocks overlap.
            int from = DocId;
            int last = _lead.LastInBlock;
            for (int i = 1; i < _terms.Length; i++)
            {
                BlockPostingsEnum term = _terms[i];
                int doc = term.DocId;
                if (doc < from) doc = term.Advance(from);
                from = Math.Max(from, doc);
                last = Math.Min(last, term.LastInBlock);
            }

            if (from > last || from >= end)
            {
                DocId = from == DocIdSetIterator.NoMoreDocs ? from : _lead.Advance(from);
                continue;
            }

            Match(last < end ? last + 1 : end);
            if (_count > 0) return true;
            LeaveOverlap();
        }

        return false;
    }

    /// <summary>Keeps only the documents found last that are live and pass all checks.</summary>
    public void Keep(Bits? liveDocs, ReadOnlySpan<DocCheck> checks)
    {
        int count = 0;
        for (int i = 0; i < _count; i++)
        {
            if ((liveDocs is null || liveDocs[_docs[i]]) && Passes(checks, _docs[i])) _found[count++] = (byte)i;
        }

        Keep(_found.AsSpan(0, count), _terms.Length);
    }

    /// <summary>Keeps only some of the documents found last.</summary>
    /// <param name="kept">Their indexes, ascending.</param>
    public void Keep(ReadOnlySpan<byte> kept) => Keep(kept, _terms.Length);

    private static bool Passes(ReadOnlySpan<DocCheck> checks, int doc)
    {
        foreach (DocCheck check in checks)
        {
            if (!check.Passes(doc)) return false;
        }

        return true;
    }

    private void Match(int end)
    {
        ReadOnlySpan<int> leadDocs = _lead.RestOfBlock(end);
        _leadCount = leadDocs.Length;
        var blocks = BlockIntersection.OfThread;
        _count = blocks.Match(leadDocs, _terms[1].RestOfBlock(end), _places[0], _places[1]);
        ReadOnlySpan<byte> leadPlaces = _places[0].AsSpan(0, _count);
        for (int i = 0; i < leadPlaces.Length; i++) _docs[i] = leadDocs[leadPlaces[i]];
        for (int term = 2; term < _terms.Length && _count > 0; term++)
        {
            int count = blocks.Match(_docs.AsSpan(0, _count), _terms[term].RestOfBlock(end), _found, _places[term]);
            Keep(_found.AsSpan(0, count), term);
        }
    }

    private void Keep(ReadOnlySpan<byte> kept, int terms)
    {
        if (kept.Length < _count)
        {
            for (int i = 0; i < kept.Length; i++) _docs[i] = _docs[kept[i]];
            for (int term = 0; term < terms; term++)
            {
                byte[] places = _places[term];
                for (int i = 0; i < kept.Length; i++) places[i] = places[kept[i]];
            }
        }

        _count = kept.Length;
    }

    private void LeaveOverlap()
    {
        if (_leadCount == 0) return;
        _lead.MoveBehind(_leadCount);
        _leadCount = 0;
        _count = 0;
        DocId = _lead.DocId;
    }
}

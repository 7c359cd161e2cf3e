using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// The documents that all of several terms have, found block against block: candidates are those of a block of the rarest term, and they are looked for where blocks of all other terms overlap. As long as it stands
/// on such an overlap, all terms stand in those blocks, so that frequencies and positions of what was found can be read. Belongs to one thread.
/// </summary>
internal sealed class PostingsIntersection
{
    private const int BlockSize = Lucene84PostingsFormat.BlockSize;
    private const int NoMoreDocs = DocIdSetIterator.NoMoreDocs;

    private static readonly byte[] AllPlaces = [.. Enumerable.Range(0, BlockSize).Select(i => (byte)i)];

    private BlockPostingsEnum[] _terms = [];
    private int _termCount;
    private BlockPostingsEnum _lead = null!;

    // Candidates from _next on are still to be looked for; behind them stands NoMoreDocs.
    private readonly int[] _candidates = new int[BlockSize + 1 + BlockSearch.Slack];
    private readonly byte[] _candidatePlaces = new byte[BlockSize];
    private int _candidateCount;
    private int _next;
    private int _leadCount; // documents of the rarest term to pass over once they are
    private bool _isExhausted;

    // What was found last.
    private readonly int[] _docs = new int[BlockSize];
    private byte[][] _places = [];
    private readonly byte[] _found = new byte[BlockSize];
    private int _count;

    /// <summary>The documents found last, ascending.</summary>
    public ReadOnlySpan<int> Docs => _docs.AsSpan(0, _count);

    /// <summary>For each of the documents found last, how many places behind its current document a term has it.</summary>
    public ReadOnlySpan<byte> PlacesOf(int term) => _places[term].AsSpan(0, _count);

    /// <summary>The order in which terms are added: the rarest first, equally frequent ones by their place in the query.</summary>
    public static int Compare(DocIdSetIterator term, int place, DocIdSetIterator other, int otherPlace) =>
        term.Cost != other.Cost ? term.Cost.CompareTo(other.Cost) : place.CompareTo(otherPlace);

    /// <summary>Begins to combine terms; each is to be added.</summary>
    public PostingsIntersection Set()
    {
        _termCount = 0;
        _candidateCount = 0;
        _next = 0;
        _leadCount = 0;
        _isExhausted = false;
        _count = 0;
        return this;
    }

    /// <summary>Adds a term, unpositioned, in the order of <see cref="Compare"/>; at least two are wanted.</summary>
    public void Add(BlockPostingsEnum term)
    {
        if (_termCount == 0) _lead = term;
        if (_termCount == _terms.Length) Grow();
        _terms[_termCount++] = term;
    }

    /// <summary>Passes over what was found last, and returns a document before which there are none that were not yet found; NoMoreDocs at the end.</summary>
    public int Leave()
    {
        _count = 0;
        if (_isExhausted) return NoMoreDocs;
        if (_next < _candidateCount) return _candidates[_next];
        if (_leadCount > 0) _lead.MoveBehind(_leadCount);
        _leadCount = 0;
        return _lead.DocId;
    }

    /// <summary>Skips documents below the target.</summary>
    public void Advance(int target)
    {
        while (_next < _candidateCount && _candidates[_next] < target) _next++;
        if (Leave() < target) _lead.Advance(target);
    }

    /// <summary>Finds the next documents before <paramref name="end"/>, those of one overlap of blocks; false when there are none.</summary>
    /// <param name="end">The first document not wanted.</param>
    /// <param name="filter">Leaves out documents of the rarest term; null to look for all.</param>
    public bool Next(int end, LeadFilter? filter)
    {
        for (int doc = Leave(); doc < end; doc = Leave())
        {
            if (_next == _candidateCount)
            {
                ReadCandidates(end, filter);
                continue;
            }

            // The terms may stand on different documents, and only in the end do their blocks overlap.
            int from = doc;
            int last = NoMoreDocs;
            for (int i = 1; i < _termCount; i++)
            {
                BlockPostingsEnum term = _terms[i];
                int other = term.DocId;
                if (other < from) other = term.Advance(from);
                from = Math.Max(from, other);
                last = Math.Min(last, term.LastInBlock);
            }

            if (from == NoMoreDocs)
            {
                _isExhausted = true;
                return false;
            }

            if (from > doc) Advance(from);
            Match(last < end ? last + 1 : end);
            if (_count > 0) return true;
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

        Keep(_found.AsSpan(0, count), _termCount);
    }

    private void Grow()
    {
        Array.Resize(ref _terms, Math.Max(4, 2 * _termCount));
        Array.Resize(ref _places, _terms.Length);
        for (int i = _termCount; i < _places.Length; i++) _places[i] = new byte[BlockSize];
    }

    private static bool Passes(ReadOnlySpan<DocCheck> checks, int doc)
    {
        foreach (DocCheck check in checks)
        {
            if (!check.Passes(doc)) return false;
        }

        return true;
    }

    private void ReadCandidates(int end, LeadFilter? filter)
    {
        if (filter is not null) end = filter.Prepare(_lead.DocId, end);
        ReadOnlySpan<int> docs = _lead.RestOfBlock(end);
        _leadCount = docs.Length;
        _next = 0;
        if (filter is { IsActive: true })
        {
            _candidateCount = filter.Keep(docs, _candidatePlaces);
            ReadOnlySpan<byte> kept = _candidatePlaces.AsSpan(0, _candidateCount);
            for (int i = 0; i < kept.Length; i++) _candidates[i] = docs[kept[i]];
        }
        else
        {
            _candidateCount = docs.Length;
            docs.CopyTo(_candidates);
            AllPlaces.AsSpan(0, docs.Length).CopyTo(_candidatePlaces);
        }

        _candidates[_candidateCount] = NoMoreDocs;
    }

    // Looks for the candidates before the end, up to which all other terms stand in blocks that hold the next candidate, or behind it.
    private void Match(int end)
    {
        int start = _next;
        if (start == _candidateCount) return;
        int to = _candidates[_candidateCount - 1] < end ? _candidateCount : BlockSearch.FindFirstAtLeast(_candidates, start, end);
        _next = to;
        ReadOnlySpan<int> candidates = _candidates.AsSpan(start, to - start);
        BlockIntersection blocks = BlockIntersection.OfThread;
        _count = blocks.Match(candidates, _terms[1].RestOfBlock(NoMoreDocs), _found, _places[1]);
        byte[] leadPlaces = _places[0];
        for (int i = 0; i < _count; i++)
        {
            _docs[i] = candidates[_found[i]];
            leadPlaces[i] = _candidatePlaces[start + _found[i]];
        }

        for (int term = 2; term < _termCount && _count > 0; term++)
        {
            int count = blocks.Match(_docs.AsSpan(0, _count), _terms[term].RestOfBlock(NoMoreDocs), _found, _places[term]);
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
}

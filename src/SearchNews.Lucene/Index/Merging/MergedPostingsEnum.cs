namespace SearchNews.Lucene.Index.Merging;

/// <summary>The live documents of one term in several segments, one after the other, under their merged numbers.</summary>
internal sealed class MergedPostingsEnum(MergeSource[] sources) : PostingsEnum
{
    // A segment's own enum is kept from term to term.
    private readonly PostingsEnum?[] _reusable = new PostingsEnum?[sources.Length];
    private List<(int Source, TermsEnum Terms)> _terms = [];
    private PostingsFlags _flags;
    private int _next;
    private int _source;
    private PostingsEnum? _postings;
    private int _doc = -1;

    /// <inheritdoc/>
    public override int DocId => _doc;

    /// <inheritdoc/>
    public override long Cost => _terms.Sum(t => (long)t.Terms.DocFreq);

    /// <inheritdoc/>
    public override int Freq => _postings!.Freq;

    /// <inheritdoc/>
    public override int StartOffset => _postings!.StartOffset;

    /// <inheritdoc/>
    public override int EndOffset => _postings!.EndOffset;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Payload => _postings!.Payload;

    /// <summary>Starts over with a term.</summary>
    /// <param name="terms">The segments that have it, in order, standing on it.</param>
    /// <param name="flags">What to decode.</param>
    public void Reset(List<(int Source, TermsEnum Terms)> terms, PostingsFlags flags)
    {
        _terms = terms;
        _flags = flags;
        _next = 0;
        _postings = null;
        _doc = -1;
    }

    /// <inheritdoc/>
    public override int NextDoc() => MoveTo(_postings?.NextDoc() ?? NoMoreDocs);

    /// <inheritdoc/>
    public override int ReadDocs(int end, Span<int> docs, Span<int> freqs)
    {
        if (end != NoMoreDocs || !sources[_source].KeepsAllDocs) return base.ReadDocs(end, docs, freqs);
        int count = _postings!.ReadDocs(NoMoreDocs, docs, freqs);
        MoveBehind(docs[..count]);
        return count;
    }

    /// <inheritdoc/>
    internal override int ReadAll(Span<int> docs, Span<int> freqs, ref int[] deltas)
    {
        if (!sources[_source].KeepsAllDocs) return base.ReadAll(docs, freqs, ref deltas);
        int count = _postings!.ReadAll(docs, freqs, ref deltas);
        MoveBehind(docs[..count]);
        return count;
    }

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        while (NextDoc() < target)
        {
        }

        return _doc;
    }

    /// <inheritdoc/>
    public override int NextPosition() => _postings!.NextPosition();

    /// <summary>Gives documents of a segment, none of which is deleted, their merged numbers, and moves to the document behind them.</summary>
    private void MoveBehind(Span<int> docs)
    {
        int docBase = sources[_source].DocBase;
        foreach (ref int doc in docs) doc += docBase;
        MoveTo(_postings!.DocId);
    }

    /// <summary>Moves to the live document at or behind one of the current segment.</summary>
    private int MoveTo(int doc)
    {
        for (; ; doc = _postings?.NextDoc() ?? NoMoreDocs)
        {
            if (doc != NoMoreDocs)
            {
                int merged = sources[_source].Map(doc);
                if (merged >= 0) return _doc = merged;
            }
            else if (_next == _terms.Count)
            {
                return _doc = NoMoreDocs;
            }
            else
            {
                (_source, TermsEnum terms) = _terms[_next++];
                _postings = _reusable[_source] = terms.Postings(_flags, _reusable[_source]);
            }
        }
    }
}

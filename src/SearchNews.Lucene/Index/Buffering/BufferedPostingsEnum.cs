namespace SearchNews.Lucene.Index.Buffering;

/// <summary>The documents of one term in memory.</summary>
internal sealed class BufferedPostingsEnum(InvertedPostings postings) : PostingsEnum
{
    private int _term;
    private int _at = -1;
    private int _doc = -1;
    private int _freq;
    private int _nextPosition;
    private int _endPosition;

    /// <inheritdoc/>
    public override int DocId => _doc;

    /// <inheritdoc/>
    public override long Cost => postings.Docs(_term).Length;

    /// <inheritdoc/>
    public override int Freq => _freq;

    /// <summary>Starts over with a term.</summary>
    public void Reset(int term)
    {
        _term = term;
        _at = -1;
        _doc = -1;
        _endPosition = 0;
    }

    /// <inheritdoc/>
    public override int NextDoc()
    {
        ReadOnlySpan<int> docs = postings.Docs(_term);
        if (++_at >= docs.Length) return _doc = NoMoreDocs;
        ReadOnlySpan<int> freqs = postings.Freqs(_term);
        _freq = freqs.IsEmpty ? 1 : freqs[_at];
        _nextPosition = _endPosition;
        _endPosition += _freq;
        return _doc = docs[_at];
    }

    /// <inheritdoc/>
    public override int ReadDocs(int end, Span<int> docs, Span<int> freqs)
    {
        if (end != NoMoreDocs || !postings.Positions(_term).IsEmpty) return base.ReadDocs(end, docs, freqs);
        int count = CopyDocs(docs, freqs);
        MoveBehind(count);
        return count;
    }

    /// <inheritdoc/>
    internal override int ReadAll(Span<int> docs, Span<int> freqs, ref int[] deltas)
    {
        int count = CopyDocs(docs, freqs);
        ReadOnlySpan<int> positions = postings.Positions(_term)[_nextPosition..];
        int used = 0;
        foreach (int freq in freqs[..count])
        {
            if (deltas.Length - used < freq) Array.Resize(ref deltas, Math.Max(used + freq, 2 * deltas.Length));
            int last = 0;
            foreach (int position in positions.Slice(used, freq))
            {
                deltas[used++] = position - last;
                last = position;
            }
        }

        _endPosition = _nextPosition + used;
        MoveBehind(count);
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
    public override int NextPosition()
    {
        ReadOnlySpan<int> positions = postings.Positions(_term);
        return positions.IsEmpty ? -1 : positions[_nextPosition++];
    }

    private int CopyDocs(Span<int> docs, Span<int> freqs)
    {
        ReadOnlySpan<int> left = postings.Docs(_term)[_at..];
        int count = Math.Min(left.Length, docs.Length);
        left[..count].CopyTo(docs);
        ReadOnlySpan<int> all = postings.Freqs(_term);
        if (all.IsEmpty) freqs[..count].Fill(1);
        else all.Slice(_at, count).CopyTo(freqs);
        return count;
    }

    /// <summary>Moves behind documents, the current one among them, whose positions were read or are not wanted.</summary>
    private void MoveBehind(int count)
    {
        _at += count - 1;
        NextDoc();
    }
}

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
}

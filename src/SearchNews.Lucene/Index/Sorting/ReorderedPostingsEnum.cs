namespace SearchNews.Lucene.Index.Sorting;

/// <summary>The postings of one term, read whole, under the new numbers of their documents.</summary>
internal sealed class ReorderedPostingsEnum(DocumentOrder order, bool hasPositions) : PostingsEnum
{
    private readonly List<(int Doc, int Freq, int First)> _docs = [];
    private readonly List<(int Position, int Start, int End, byte[] Payload)> _positions = [];
    private int _at = -1;
    private int _place;

    /// <inheritdoc/>
    public override int DocId => _at < 0 ? -1 : _at < _docs.Count ? _docs[_at].Doc : NoMoreDocs;

    /// <inheritdoc/>
    public override long Cost => _docs.Count;

    /// <inheritdoc/>
    public override int Freq => _docs[_at].Freq;

    /// <inheritdoc/>
    public override int StartOffset => _positions[_place - 1].Start;

    /// <inheritdoc/>
    public override int EndOffset => _positions[_place - 1].End;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Payload => _positions[_place - 1].Payload;

    /// <summary>Starts over with the postings of a term, which are read to their end.</summary>
    public void Reset(PostingsEnum postings)
    {
        _docs.Clear();
        _positions.Clear();
        _at = -1;
        for (int doc = postings.NextDoc(); doc != NoMoreDocs; doc = postings.NextDoc())
        {
            int freq = postings.Freq;
            _docs.Add((order.NewDoc(doc), freq, _positions.Count));
            for (int i = 0; hasPositions && i < freq; i++)
            {
                int position = postings.NextPosition();
                _positions.Add((position, postings.StartOffset, postings.EndOffset, postings.Payload.ToArray()));
            }
        }

        _docs.Sort(static (a, b) => a.Doc.CompareTo(b.Doc));
    }

    /// <inheritdoc/>
    public override int NextDoc()
    {
        if (++_at < _docs.Count) _place = _docs[_at].First;
        return DocId;
    }

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        while (NextDoc() < target)
        {
        }

        return DocId;
    }

    /// <inheritdoc/>
    public override int NextPosition() => hasPositions ? _positions[_place++].Position : -1;
}

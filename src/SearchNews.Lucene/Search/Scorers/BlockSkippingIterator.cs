namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Leaves out the blocks of an iterator in which, by a scorer's bounds, no document can reach the lowest score wanted.</summary>
internal sealed class BlockSkippingIterator : DocIdSetIterator
{
    private readonly DocIdSetIterator _inner;
    private readonly Scorer _bounds;
    private float _minScore;
    private int _upTo = -1;

    /// <summary>Skips nothing until there is a lowest score.</summary>
    /// <param name="inner">Iterates over what <paramref name="bounds"/> scores.</param>
    /// <param name="bounds">Gives the bounds; not moved.</param>
    public BlockSkippingIterator(DocIdSetIterator inner, Scorer bounds)
    {
        _inner = inner;
        _bounds = bounds;
    }

    /// <inheritdoc/>
    public override int DocId => _inner.DocId;

    /// <inheritdoc/>
    public override long Cost => _inner.Cost;

    /// <summary>Raises the lowest score wanted.</summary>
    public void SetMinCompetitiveScore(float minScore)
    {
        _minScore = minScore;
        _upTo = -1;
    }

    /// <inheritdoc/>
    public override int NextDoc() => _minScore > 0 ? AdvanceCompetitive(_inner.DocId + 1) : _inner.NextDoc();

    /// <inheritdoc/>
    public override int Advance(int target) => _minScore > 0 ? AdvanceCompetitive(target) : _inner.Advance(target);

    private int AdvanceCompetitive(int target)
    {
        while (true)
        {
            if (target > _upTo) target = NextCompetitiveBlock(target);
            int doc = _inner.DocId;
            if (doc < target) doc = _inner.Advance(target);
            if (doc <= _upTo) return doc;
            target = doc;
        }
    }

    private int NextCompetitiveBlock(int target)
    {
        while (target != NoMoreDocs)
        {
            _upTo = _bounds.AdvanceShallow(target);
            if (_bounds.GetMaxScore(_upTo) >= _minScore) return target;
            target = _upTo == NoMoreDocs ? NoMoreDocs : _upTo + 1;
        }

        _upTo = NoMoreDocs;
        return target;
    }
}

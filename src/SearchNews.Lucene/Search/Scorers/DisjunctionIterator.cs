namespace SearchNews.Lucene.Search.Scorers;

/// <summary>The documents that at least one of several iterators has.</summary>
internal sealed class DisjunctionIterator : DocIdSetIterator
{
    private readonly DocHeap _heap;

    /// <summary>Combines iterators.</summary>
    /// <param name="iterators">At least one; all unpositioned.</param>
    public DisjunctionIterator(IReadOnlyList<DocIdSetIterator> iterators)
    {
        _heap = new DocHeap(iterators);
        Cost = iterators.Sum(iterator => iterator.Cost);
    }

    /// <inheritdoc/>
    public override int DocId => _heap.TopDoc;

    /// <inheritdoc/>
    public override long Cost { get; }

    /// <inheritdoc/>
    public override int NextDoc() => _heap.NextDoc();

    /// <inheritdoc/>
    public override int Advance(int target) => _heap.Advance(target);

    /// <inheritdoc cref="DocHeap.GetTop"/>
    public int GetMatching<T>(T[] matching)
        where T : DocIdSetIterator => _heap.GetTop(matching);
}

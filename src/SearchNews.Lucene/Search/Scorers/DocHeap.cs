namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Iterators ordered by their current document: a binary min-heap that keeps the documents beside it, since asking costs a virtual call.</summary>
internal sealed class DocHeap
{
    private readonly DocIdSetIterator[] _iterators;
    private readonly int[] _docs;
    private readonly int[] _open;

    /// <summary>Builds the heap.</summary>
    /// <param name="iterators">At least one, all unpositioned; kept in the order of the heap.</param>
    public DocHeap(IReadOnlyList<DocIdSetIterator> iterators)
    {
        _iterators = [.. iterators];
        _docs = new int[_iterators.Length];
        _open = new int[_iterators.Length];
        _docs.AsSpan().Fill(-1);
    }

    /// <summary>The smallest current document.</summary>
    public int TopDoc => _docs[0];

    /// <summary>Moves all iterators that stand on the top document, and returns the new top document.</summary>
    public int NextDoc()
    {
        int doc = _docs[0];
        do
        {
            SiftDown(_iterators[0].NextDoc());
        }
        while (_docs[0] == doc);
        return _docs[0];
    }

    /// <summary>Moves all iterators to <paramref name="target"/> or beyond, and returns the new top document.</summary>
    public int Advance(int target)
    {
        while (_docs[0] < target) SiftDown(_iterators[0].Advance(target));
        return _docs[0];
    }

    /// <summary>Lists the iterators that stand on the top document.</summary>
    /// <param name="matching">Receives them; room for all.</param>
    /// <returns>How many there are.</returns>
    public int GetTop<T>(T[] matching)
        where T : DocIdSetIterator
    {
        int doc = _docs[0];
        int count = 0;
        int open = 0;
        _open[open++] = 0;
        while (open > 0)
        {
            int index = _open[--open];
            matching[count++] = (T)_iterators[index];
            int child = (index << 1) + 1;
            if (child < _docs.Length && _docs[child] == doc) _open[open++] = child;
            if (child + 1 < _docs.Length && _docs[child + 1] == doc) _open[open++] = child + 1;
        }

        return count;
    }

    private void SiftDown(int doc)
    {
        int[] docs = _docs;
        DocIdSetIterator moved = _iterators[0];
        int index = 0;
        while (true)
        {
            int child = (index << 1) + 1;
            if (child >= docs.Length) break;
            if (child + 1 < docs.Length && docs[child + 1] < docs[child]) child++;
            if (docs[child] >= doc) break;
            docs[index] = docs[child];
            _iterators[index] = _iterators[child];
            index = child;
        }

        docs[index] = doc;
        _iterators[index] = moved;
    }
}

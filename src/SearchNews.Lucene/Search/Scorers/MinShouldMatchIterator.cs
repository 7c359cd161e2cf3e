namespace SearchNews.Lucene.Search.Scorers;

/// <summary>The documents that at least a given number of iterators have.</summary>
internal sealed class MinShouldMatchIterator : DocIdSetIterator
{
    private readonly DocIdSetIterator[] _iterators;
    private readonly int[] _docs;
    private readonly int[] _sorted;
    private readonly int _minimum;
    private int _doc = -1;

    /// <summary>Combines iterators.</summary>
    /// <param name="iterators">All unpositioned.</param>
    /// <param name="minimum">How many must agree: 1 to the number of iterators.</param>
    public MinShouldMatchIterator(IReadOnlyList<DocIdSetIterator> iterators, int minimum)
    {
        _iterators = [.. iterators];
        _minimum = minimum;
        _docs = new int[_iterators.Length];
        _sorted = new int[_iterators.Length];
        _docs.AsSpan().Fill(-1);

        // A match uses up as many entries as must agree, of which the most frequent ones may be free.
        Cost = _iterators.Select(iterator => iterator.Cost).Order().Take(_iterators.Length - minimum + 1).Sum();
    }

    /// <inheritdoc/>
    public override int DocId => _doc;

    /// <inheritdoc/>
    public override long Cost { get; }

    /// <inheritdoc/>
    public override int NextDoc() => Advance(_doc + 1);

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        while (true)
        {
            MoveTo(target);

            // Fewer than the minimum stand before this document, so none before it can match.
            int candidate = _sorted[_minimum - 1];
            if (candidate == _sorted[0]) return _doc = candidate;
            target = candidate;
        }
    }

    /// <summary>True when the clause of that index stands on the current document.</summary>
    public bool IsMatching(int index) => _docs[index] == _doc;

    private void MoveTo(int target)
    {
        for (int i = 0; i < _docs.Length; i++)
        {
            if (_docs[i] < target) _docs[i] = _iterators[i].Advance(target);
            _sorted[i] = _docs[i];
        }

        Array.Sort(_sorted);
    }
}

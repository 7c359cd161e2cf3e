namespace SearchNews.Lucene.Search.Phrases;

/// <summary>
/// Terms of a phrase by ascending place, then offset, then number: a binary min-heap in the textbook form. Places may change while a term is
/// in the heap, which leaves it out of order as it would Lucene's.
/// </summary>
internal sealed class PlaceHeap
{
    private readonly int[] _places;
    private readonly int[] _offsets;

    // From index 1.
    private readonly int[] _terms;
    private int _count;

    /// <summary>Creates an empty heap.</summary>
    /// <param name="places">Place of each term, shared with the owner.</param>
    /// <param name="offsets">Position of each term in the phrase.</param>
    public PlaceHeap(int[] places, int[] offsets)
    {
        _places = places;
        _offsets = offsets;
        _terms = new int[places.Length + 1];
    }

    /// <summary>The first term.</summary>
    public int Top => _terms[1];

    /// <summary>Empties the heap.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds a term.</summary>
    public void Add(int term)
    {
        int index = ++_count;
        while (index > 1 && IsLess(term, _terms[index >> 1]))
        {
            _terms[index] = _terms[index >> 1];
            index >>= 1;
        }

        _terms[index] = term;
    }

    /// <summary>Removes the first term.</summary>
    public int Pop()
    {
        int top = _terms[1];
        int moved = _terms[_count--];
        int index = 1;
        while (true)
        {
            int child = index << 1;
            if (child > _count) break;
            if (child < _count && IsLess(_terms[child + 1], _terms[child])) child++;
            if (!IsLess(_terms[child], moved)) break;
            _terms[index] = _terms[child];
            index = child;
        }

        _terms[index] = moved;
        return top;
    }

    private bool IsLess(int a, int b)
    {
        if (_places[a] != _places[b]) return _places[a] < _places[b];
        return _offsets[a] != _offsets[b] ? _offsets[a] < _offsets[b] : a < b;
    }
}

namespace SearchNews.Lucene.Index.Buffering;

/// <summary>Sorted-set doc values in memory: document i of an ascending list has the value numbers up to <c>ends[i]</c>, in any order, with repeats.</summary>
internal sealed class BufferedSortedSetDocValues(List<int> docs, List<int> ends, List<int> ids, BufferedTermSet terms) : SortedSetDocValues
{
    private readonly List<int> _ords = [];
    private DocsCursor _cursor = new(docs);
    private int _nextOrd;

    /// <inheritdoc/>
    public override int DocId => _cursor.Doc;

    /// <inheritdoc/>
    public override long Cost => _cursor.Count;

    /// <inheritdoc/>
    public override long ValueCount => terms.Count;

    /// <inheritdoc/>
    public override long NextOrd() => _nextOrd < _ords.Count ? _ords[_nextOrd++] : NoMoreOrds;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> LookupOrd(long ord) => terms[(int)ord];

    /// <inheritdoc/>
    public override long LookupTerm(ReadOnlySpan<byte> term) => terms.Find(term);

    /// <inheritdoc/>
    public override int NextDoc()
    {
        int doc = _cursor.Next();
        if (doc != NoMoreDocs) Load();
        return doc;
    }

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        int doc = _cursor.Advance(target);
        if (doc != NoMoreDocs) Load();
        return doc;
    }

    /// <inheritdoc/>
    public override bool AdvanceExact(int target)
    {
        bool found = _cursor.AdvanceExact(target);
        if (found) Load();
        return found;
    }

    private void Load()
    {
        _ords.Clear();
        _nextOrd = 0;
        for (int i = _cursor.Index == 0 ? 0 : ends[_cursor.Index - 1]; i < ends[_cursor.Index]; i++) _ords.Add(terms.OrdOf(ids[i]));
        _ords.Sort();
        int kept = 0;
        for (int i = 0; i < _ords.Count; i++)
        {
            if (i == 0 || _ords[i] != _ords[i - 1]) _ords[kept++] = _ords[i];
        }

        _ords.RemoveRange(kept, _ords.Count - kept);
    }
}

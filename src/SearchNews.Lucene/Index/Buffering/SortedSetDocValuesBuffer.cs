using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index.Buffering;

/// <summary>Sorted-set doc values of one field of a segment that is being built.</summary>
internal sealed class SortedSetDocValuesBuffer(string name) : DocValuesBuffer(name)
{
    private readonly BytesHash _terms = new();
    private readonly List<int> _ids = [];
    private readonly List<int> _ends = [];

    /// <inheritdoc/>
    public override DocValuesType Type => DocValuesType.SortedSet;

    /// <inheritdoc/>
    public override long RamBytes => _terms.RamBytes + ((Docs.Capacity + _ids.Capacity + _ends.Capacity) * 4L);

    private int Committed => _ends.Count == 0 ? 0 : _ends[^1];

    /// <summary>Adds a value to the current document's set; repeats do no harm.</summary>
    public void Add(ReadOnlyMemory<byte> value)
    {
        CheckLength(value);
        _ids.Add(_terms.Add(value.Span));
    }

    /// <inheritdoc/>
    public override void Commit(int doc)
    {
        if (_ids.Count == Committed) return;
        Docs.Add(doc);
        _ends.Add(_ids.Count);
    }

    /// <inheritdoc/>
    public override void Abort() => _ids.RemoveRange(Committed, _ids.Count - Committed);

    /// <summary>Makers of iterators over the values. Nothing may be added afterwards.</summary>
    public Func<SortedSetDocValues> Freeze()
    {
        var terms = new BufferedTermSet(_terms, _ids);
        return () => new BufferedSortedSetDocValues(Docs, _ends, _ids, terms);
    }
}

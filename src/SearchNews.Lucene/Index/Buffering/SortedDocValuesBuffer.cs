using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index.Buffering;

/// <summary>Sorted doc values of one field of a segment that is being built.</summary>
internal sealed class SortedDocValuesBuffer(string name) : DocValuesBuffer(name)
{
    private readonly BytesHash _terms = new();
    private readonly List<int> _ids = [];
    private int _pending = -1;

    /// <inheritdoc/>
    public override DocValuesType Type => DocValuesType.Sorted;

    /// <inheritdoc/>
    public override long RamBytes => _terms.RamBytes + ((Docs.Capacity + _ids.Capacity) * 4L);

    /// <summary>Gives the current document its value.</summary>
    public void Set(ReadOnlyMemory<byte> value)
    {
        CheckSingle(_pending < 0);
        CheckLength(value);
        _pending = _terms.Add(value.Span);
    }

    /// <inheritdoc/>
    public override void Commit(int doc)
    {
        if (_pending < 0) return;
        Docs.Add(doc);
        _ids.Add(_pending);
        _pending = -1;
    }

    /// <inheritdoc/>
    public override void Abort() => _pending = -1;

    /// <summary>Makers of iterators over the values. Nothing may be added afterwards.</summary>
    public Func<SortedDocValues> Freeze()
    {
        var terms = new BufferedTermSet(_terms, _ids);
        return () => new BufferedSortedDocValues(Docs, _ids, terms);
    }
}

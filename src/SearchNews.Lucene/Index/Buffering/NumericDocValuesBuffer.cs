namespace SearchNews.Lucene.Index.Buffering;

/// <summary>Numeric doc values of one field of a segment that is being built.</summary>
internal sealed class NumericDocValuesBuffer(string name) : DocValuesBuffer(name)
{
    private readonly List<long> _values = [];
    private long? _pending;

    /// <inheritdoc/>
    public override DocValuesType Type => DocValuesType.Numeric;

    /// <inheritdoc/>
    public override long RamBytes => (Docs.Capacity * 4L) + (_values.Capacity * 8L);

    /// <summary>Gives the current document its value.</summary>
    public void Set(long value)
    {
        CheckSingle(_pending is null);
        _pending = value;
    }

    /// <inheritdoc/>
    public override void Commit(int doc)
    {
        if (_pending is not { } value) return;
        Docs.Add(doc);
        _values.Add(value);
        _pending = null;
    }

    /// <inheritdoc/>
    public override void Abort() => _pending = null;

    /// <summary>The values, from the first document.</summary>
    public NumericDocValues Values() => new BufferedNumericDocValues(Docs, _values);
}

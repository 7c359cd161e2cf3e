namespace SearchNews.Lucene.Index.Buffering;

/// <summary>Binary doc values of one field of a segment that is being built.</summary>
internal sealed class BinaryDocValuesBuffer(string name) : DocValuesBuffer(name)
{
    private readonly List<byte> _bytes = [];
    private readonly List<int> _ends = [];
    private ReadOnlyMemory<byte>? _pending;

    /// <inheritdoc/>
    public override DocValuesType Type => DocValuesType.Binary;

    /// <inheritdoc/>
    public override long RamBytes => _bytes.Capacity + ((Docs.Capacity + _ends.Capacity) * 4L);

    /// <summary>Gives the current document its value.</summary>
    public void Set(ReadOnlyMemory<byte> value)
    {
        CheckSingle(_pending is null);
        CheckLength(value);
        _pending = value;
    }

    /// <inheritdoc/>
    public override void Commit(int doc)
    {
        if (_pending is not { } value) return;
        Docs.Add(doc);
        _bytes.AddRange(value.Span);
        _ends.Add(_bytes.Count);
        _pending = null;
    }

    /// <inheritdoc/>
    public override void Abort() => _pending = null;

    /// <summary>The values, from the first document.</summary>
    public BinaryDocValues Values() => new BufferedBinaryDocValues(Docs, _ends, _bytes);
}

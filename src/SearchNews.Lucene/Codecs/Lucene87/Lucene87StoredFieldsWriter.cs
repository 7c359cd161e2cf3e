using System.Text;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using ValueType = SearchNews.Lucene.Codecs.Lucene87.Lucene87StoredFieldsFormat.ValueType;

namespace SearchNews.Lucene.Codecs.Lucene87;

/// <summary>
/// Writes stored fields in mode BEST_SPEED, document by document in order: StartDocument, its fields, FinishDocument; at the end Finish. The layout is on
/// <see cref="Lucene87StoredFieldsFormat"/>. One thread.
/// </summary>
internal sealed class Lucene87StoredFieldsWriter : IDisposable
{
    private readonly SegmentWriteState _state;
    private readonly IndexOutput _data;
    private readonly StoredFieldsIndexWriter _index = new();
    private readonly StoredFieldsCompressor _compressor = new();
    private readonly MemoryOutput _chunk = new();
    private readonly List<int> _fieldCounts = [];
    private readonly List<int> _ends = [];
    private int _docBase;
    private int _fields;

    public Lucene87StoredFieldsWriter(SegmentWriteState state)
    {
        _state = state;
        _data = state.Create(Lucene87StoredFieldsFormat.DataExtension, Lucene87StoredFieldsFormat.FastDataCodec, Lucene87StoredFieldsFormat.DataVersion);
    }

    public void StartDocument() => _fields = 0;

    public void WriteField(FieldInfo field, string value)
    {
        Start(field, ValueType.String);
        _chunk.WriteVInt(Encoding.UTF8.GetByteCount(value));
        _chunk.WriteUtf8(value);
    }

    public void WriteUtf8Field(FieldInfo field, ReadOnlySpan<byte> utf8)
    {
        Start(field, ValueType.String);
        _chunk.WriteVInt(utf8.Length);
        _chunk.WriteBytes(utf8);
    }

    public void WriteField(FieldInfo field, ReadOnlySpan<byte> value)
    {
        Start(field, ValueType.Bytes);
        _chunk.WriteVInt(value.Length);
        _chunk.WriteBytes(value);
    }

    public void WriteField(FieldInfo field, int value)
    {
        Start(field, ValueType.Int32);
        _chunk.WriteZInt(value);
    }

    public void WriteField(FieldInfo field, long value)
    {
        Start(field, ValueType.Int64);
        StoredNumber.WriteInt64(_chunk, value);
    }

    public void WriteField(FieldInfo field, float value)
    {
        Start(field, ValueType.Single);
        StoredNumber.WriteSingle(_chunk, value);
    }

    public void WriteField(FieldInfo field, double value)
    {
        Start(field, ValueType.Double);
        StoredNumber.WriteDouble(_chunk, value);
    }

    public void FinishDocument()
    {
        _fieldCounts.Add(_fields);
        _ends.Add((int)_chunk.Position);
        if (_chunk.Position >= Lucene87StoredFieldsFormat.ChunkSize || _ends.Count >= Lucene87StoredFieldsFormat.MaxDocsPerChunk) FlushChunk();
    }

    /// <summary>True when the next document, or a copied chunk, starts a chunk.</summary>
    public bool IsBetweenChunks => _ends.Count == 0;

    /// <summary>Takes over a chunk of another segment as it is, between two documents. What was not written yet becomes a short chunk.</summary>
    /// <param name="chunk">A chunk of mode BEST_SPEED and of this writer's chunk size, whose fields have the same numbers here; nothing behind its head was read.</param>
    public void CopyChunk(StoredFieldsChunk chunk)
    {
        if (!IsBetweenChunks) FlushChunk();
        StartChunk(chunk.Docs, chunk.IsSliced);
        _data.WriteBytes(chunk.Input.ReadSpan(checked((int)chunk.Input.Remaining)));
        _docBase += chunk.Docs;
    }

    /// <summary>Writes the last chunk, the footer and the index files.</summary>
    /// <exception cref="InvalidOperationException">The number of documents is not <paramref name="docs"/>.</exception>
    public void Finish(int docs)
    {
        if (_ends.Count > 0) FlushChunk();
        if (_docBase != docs) throw new InvalidOperationException($"{_docBase} documents were stored, {docs} were announced.");
        long maxPointer = _data.Position;
        CodecUtil.WriteFooter(_data);
        _index.Finish(_state, maxPointer);
    }

    public void Dispose() => _data.Dispose();

    private void Start(FieldInfo field, ValueType type)
    {
        _fields++;
        _chunk.WriteVLong(((long)field.Number << Lucene87StoredFieldsFormat.TypeBits) | (long)type);
    }

    private void FlushChunk()
    {
        int docs = _ends.Count;
        int total = _ends[^1];
        for (int i = docs - 1; i > 0; i--) _ends[i] -= _ends[i - 1];
        bool sliced = total >= 2 * Lucene87StoredFieldsFormat.ChunkSize;
        StartChunk(docs, sliced);
        ChunkInts.Write(_data, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_fieldCounts));
        ChunkInts.Write(_data, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_ends));
        ReadOnlySpan<byte> bytes = _chunk.WrittenSpan;
        int unit = sliced ? Lucene87StoredFieldsFormat.ChunkSize : Math.Max(total, 1);
        int start = 0;
        do
        {
            _compressor.Compress(bytes.Slice(start, Math.Min(unit, total - start)), _data);
            start += unit;
        }
        while (start < total);

        _docBase += docs;
        _fieldCounts.Clear();
        _ends.Clear();
        _chunk.Reset();
    }

    private void StartChunk(int docs, bool sliced)
    {
        _index.AddChunk(docs, _data.Position);
        _data.WriteVInt(_docBase);
        _data.WriteVInt((docs << 1) | (sliced ? 1 : 0));
    }
}

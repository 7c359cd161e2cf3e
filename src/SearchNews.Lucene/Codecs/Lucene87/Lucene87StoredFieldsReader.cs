using System.Buffers;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using ValueType = SearchNews.Lucene.Codecs.Lucene87.Lucene87StoredFieldsFormat.ValueType;

namespace SearchNews.Lucene.Codecs.Lucene87;

/// <summary>Reads stored fields of both modes; the layout is on <see cref="Lucene87StoredFieldsFormat"/>. Immutable, thread-safe.</summary>
internal sealed class Lucene87StoredFieldsReader
{
    // One byte of LZ4 or DEFLATE gives at most this many; it bounds what a damaged length may make us allocate.
    private const int MaxExpansion = 1100;

    private readonly FieldInfos _fields;
    private readonly StoredFieldsIndexReader _index;
    private readonly StoredFieldsDecompressor _decompressor;
    private readonly IndexInput _data;
    private readonly int _maxDoc;

    /// <summary>Opens and verifies the three files.</summary>
    /// <exception cref="CorruptIndexException">A file is damaged, or the segment names no known mode.</exception>
    public Lucene87StoredFieldsReader(SegmentReadState state)
    {
        _fields = state.Fields;
        _maxDoc = state.Segment.MaxDoc;
        string mode = state.Segment.Attributes.GetValueOrDefault(Lucene87StoredFieldsFormat.ModeAttribute, "(none)");
        string codec = mode switch
        {
            Lucene87StoredFieldsFormat.BestSpeed => Lucene87StoredFieldsFormat.FastDataCodec,
            Lucene87StoredFieldsFormat.BestCompression => Lucene87StoredFieldsFormat.HighDataCodec,
            _ => throw new CorruptIndexException($"stored-fields mode '{mode}' is unknown", state.FileName("si"), 0),
        };
        _decompressor = mode == Lucene87StoredFieldsFormat.BestSpeed ? new Lz4StoredFieldsDecompressor() : new DeflateStoredFieldsDecompressor();
        _data = state.Open(Lucene87StoredFieldsFormat.DataExtension, codec, Lucene87StoredFieldsFormat.DataVersion, Lucene87StoredFieldsFormat.DataVersion, out _);
        _index = new StoredFieldsIndexReader(state);
        if (_index.MaxPointer != _data.Length - CodecUtil.FooterLength)
            throw new CorruptIndexException($"the index expects chunks up to {_index.MaxPointer}, the file has {_data.Length} bytes", _data.Name, _index.MaxPointer);
    }

    /// <summary>Delivers the fields of <paramref name="doc"/> in the order in which they were stored.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such document.</exception>
    public void VisitDocument(int doc, StoredFieldVisitor visitor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(doc);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(doc, _maxDoc);
        (long docBase, long docEnd, long start, long end) = _index.Find(doc);
        IndexInput chunk = _data.Slice("chunk", start, end - start);
        int chunkDocBase = chunk.ReadVInt();
        int token = chunk.ReadVInt();
        int docs = token >>> 1;
        if (docs == 0 || chunkDocBase != docBase || docs != docEnd - docBase)
            throw new CorruptIndexException($"chunk has documents {chunkDocBase} to {chunkDocBase + docs}, the index expects {docBase} to {docEnd}", _data.Name, start);

        int[] ints = ArrayPool<int>.Shared.Rent(2 * docs);
        try
        {
            ChunkInts.Read(chunk, ints.AsSpan(0, docs));
            ChunkInts.Read(chunk, ints.AsSpan(docs, docs));
            int fieldCount = ints[doc - chunkDocBase];
            (long offset, int length, long total) = Locate(ints.AsSpan(docs, docs), doc - chunkDocBase);
            if ((length == 0) != (fieldCount == 0) || total > MaxExpansion * (chunk.Remaining + 1))
                throw new CorruptIndexException($"document {doc} has {fieldCount} fields in {length} bytes, chunk of {total} bytes", _data.Name, start);
            if (fieldCount > 0) VisitDocument(chunk, (token & 1) != 0, total, offset, length, fieldCount, visitor);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(ints);
        }
    }

    private static (long Offset, int Length, long Total) Locate(ReadOnlySpan<int> lengths, int index)
    {
        long offset = 0;
        long total = 0;
        for (int i = 0; i < lengths.Length; i++)
        {
            if (i == index) offset = total;
            total += lengths[i];
        }

        return (offset, lengths[index], total);
    }

    private void VisitDocument(IndexInput chunk, bool sliced, long total, long offset, int length, int fieldCount, StoredFieldVisitor visitor)
    {
        byte[] document = new byte[length];
        long unit = sliced ? _decompressor.ChunkSize : total;
        for (long start = 0; start < offset + length; start += unit)
        {
            int unitLength = (int)Math.Min(unit, total - start);
            int from = (int)Math.Max(0, offset - start);
            int wanted = (int)Math.Max(0, Math.Min(unitLength, offset + length - start) - from);
            int at = (int)Math.Max(0, start - offset);
            _decompressor.Decompress(chunk, unitLength, from, wanted == 0 ? default : document.AsSpan(at, wanted));
        }

        var input = new IndexInput($"{_data.Name}[document]", document);
        for (int i = 0; i < fieldCount; i++)
        {
            if (!VisitField(input, visitor)) return;
        }
    }

    private bool VisitField(IndexInput input, StoredFieldVisitor visitor)
    {
        long token = input.ReadVLong();
        var type = (ValueType)(token & 7);
        FieldInfo field = _fields.Find((int)(token >>> Lucene87StoredFieldsFormat.TypeBits))
            ?? throw new CorruptIndexException($"field number {token >>> 3} is unknown", input.Name, input.Position);
        StoredFieldVisitor.Decision decision = visitor.NeedsField(field);
        if (decision == StoredFieldVisitor.Decision.Stop) return false;
        Deliver(input, type, field, decision == StoredFieldVisitor.Decision.Yes ? visitor : null);
        return true;
    }

    private static void Deliver(IndexInput input, ValueType type, FieldInfo field, StoredFieldVisitor? visitor)
    {
        switch (type)
        {
            case ValueType.String:
                ReadOnlySpan<byte> utf8 = input.ReadSpan(input.ReadVInt("string length", input.Remaining));
                visitor?.StringField(field, utf8);
                break;
            case ValueType.Bytes:
                ReadOnlySpan<byte> bytes = input.ReadSpan(input.ReadVInt("value length", input.Remaining));
                visitor?.BinaryField(field, bytes);
                break;
            case ValueType.Int32:
                int int32 = input.ReadZInt();
                visitor?.Int32Field(field, int32);
                break;
            case ValueType.Single:
                float single = StoredNumber.ReadSingle(input);
                visitor?.SingleField(field, single);
                break;
            case ValueType.Int64:
                long int64 = StoredNumber.ReadInt64(input);
                visitor?.Int64Field(field, int64);
                break;
            case ValueType.Double:
                double real = StoredNumber.ReadDouble(input);
                visitor?.DoubleField(field, real);
                break;
            default:
                throw new CorruptIndexException($"stored value type {type} is unknown", input.Name, input.Position);
        }
    }
}

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

    /// <summary>True when the chunks are as <see cref="Lucene87StoredFieldsWriter"/> would write them, fields' numbers apart.</summary>
    internal bool HasWrittenShape => _decompressor is Lz4StoredFieldsDecompressor && _index.ChunkSize == Lucene87StoredFieldsFormat.ChunkSize;

    /// <summary>Number of chunks.</summary>
    internal long ChunkCount => _index.ChunkCount;

    /// <summary>Delivers the fields of <paramref name="doc"/> in the order in which they were stored.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such document.</exception>
    public void VisitDocument(int doc, StoredFieldVisitor visitor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(doc);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(doc, _maxDoc);
        StoredFieldsChunk chunk = OpenChunk(doc);
        int[] ints = ArrayPool<int>.Shared.Rent(2 * chunk.Docs);
        try
        {
            long total = ReadLengths(chunk, ints);
            int index = doc - chunk.DocBase;
            (int fieldCount, int length) = (ints[index], ints[chunk.Docs + index]);
            if (fieldCount == 0) return;
            long offset = 0;
            foreach (int before in ints.AsSpan(chunk.Docs, index)) offset += before;
            byte[] document = new byte[length];
            Decompress(chunk, total, offset, document);
            VisitDocument(new IndexInput($"{_data.Name}[document]", document), fieldCount, visitor);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(ints);
        }
    }

    /// <summary>Finds the chunk of a document and reads its head.</summary>
    internal StoredFieldsChunk OpenChunk(int doc)
    {
        (long docBase, long docEnd, long start, long end) = _index.Find(doc);
        IndexInput input = _data.Slice("chunk", start, end - start);
        int chunkDocBase = input.ReadVInt();
        int token = input.ReadVInt();
        int docs = token >>> 1;
        if (docs == 0 || chunkDocBase != docBase || docs != docEnd - docBase)
            throw new CorruptIndexException($"chunk has documents {chunkDocBase} to {chunkDocBase + docs}, the index expects {docBase} to {docEnd}", _data.Name, start);
        return new StoredFieldsChunk(input, chunkDocBase, docs, (token & 1) != 0);
    }

    /// <summary>Reads the field counts of the chunk's documents, then their lengths in bytes, and returns the sum of the latter.</summary>
    internal long ReadLengths(StoredFieldsChunk chunk, Span<int> ints)
    {
        Span<int> counts = ints[..chunk.Docs];
        Span<int> lengths = ints.Slice(chunk.Docs, chunk.Docs);
        ChunkInts.Read(chunk.Input, counts);
        ChunkInts.Read(chunk.Input, lengths);
        long total = 0;
        for (int i = 0; i < lengths.Length; i++)
        {
            if (lengths[i] < 0 || (lengths[i] == 0) != (counts[i] == 0))
                throw new CorruptIndexException($"document {chunk.DocBase + i} has {counts[i]} fields in {lengths[i]} bytes", _data.Name, chunk.Input.Position);
            total += lengths[i];
        }

        if (total > MaxExpansion * (chunk.Input.Remaining + 1))
            throw new CorruptIndexException($"{chunk.Input.Remaining} bytes cannot hold a chunk of {total}", _data.Name, chunk.Input.Position);
        return total;
    }

    /// <summary>Decodes the bytes from <paramref name="offset"/> on of a chunk of <paramref name="total"/> bytes, whose lengths were just read.</summary>
    internal void Decompress(StoredFieldsChunk chunk, long total, long offset, Span<byte> destination)
    {
        long unit = chunk.IsSliced ? _index.ChunkSize : total;
        for (long start = 0; start < offset + destination.Length; start += unit)
        {
            int unitLength = (int)Math.Min(unit, total - start);
            int from = (int)Math.Max(0, offset - start);
            int wanted = (int)Math.Max(0, Math.Min(unitLength, offset + destination.Length - start) - from);
            int at = (int)Math.Max(0, start - offset);
            _decompressor.Decompress(chunk.Input, unitLength, from, wanted == 0 ? default : destination.Slice(at, wanted));
        }
    }

    /// <summary>Delivers the fields of a decoded document.</summary>
    internal void VisitDocument(IndexInput document, int fieldCount, StoredFieldVisitor visitor)
    {
        for (int i = 0; i < fieldCount; i++)
        {
            if (!VisitField(document, visitor)) return;
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

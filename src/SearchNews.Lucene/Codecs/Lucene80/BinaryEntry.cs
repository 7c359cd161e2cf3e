using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>A BINARY field: values one behind the other, plain or in compressed blocks of 32, see <see cref="CompressedBinaryDocValues"/>.</summary>
internal sealed class BinaryEntry : DocValuesEntry
{
    private readonly DocsWithField _docs;
    private readonly IndexInput _bytes;
    private readonly int _maxLength;

    // Plain values of different lengths.
    private readonly ValueAddresses? _addresses;

    // Compressed values: where each block starts in .dvd.
    private readonly DirectMonotonicReader? _blocks;
    private readonly long _offset;
    private readonly int _maxBlockLength;

    /// <summary>Reads the metadata and opens the field.</summary>
    public BinaryEntry(IndexInput meta, IndexInput data, int maxDoc, bool compressed)
    {
        _offset = meta.ReadInt64();
        _bytes = data.Slice("binary", _offset, meta.ReadInt64());
        _docs = DocsWithField.Read(meta, data, maxDoc);
        int count = meta.ReadInt32();
        int minLength = meta.ReadInt32();
        _maxLength = meta.ReadInt32();
        if (count != _docs.Count) throw new CorruptIndexException($"{count} documents with values, the set holds {_docs.Count}", meta.Name, meta.Position - 12);
        if (count == 0) return;
        if (minLength < 0 || minLength > _maxLength) throw new CorruptIndexException($"values of {minLength} to {_maxLength} bytes", meta.Name, meta.Position - 8);
        if (compressed)
        {
            _blocks = ReadBlocks(meta, data, count, out _maxBlockLength);
            return;
        }

        if (minLength < _maxLength) _addresses = ValueAddresses.Read(meta, data, count);
        long total = _addresses?.Total ?? (long)count * _maxLength;
        if (total > _bytes.Length) throw new CorruptIndexException($"values of {total} bytes in {_bytes.Length}", meta.Name, meta.Position);
    }

    /// <summary>A new iterator.</summary>
    public BinaryDocValues Open()
    {
        DocsCursor docs = _docs.NewCursor();
        return _blocks is null
            ? new PlainBinaryDocValues(docs, _bytes, _addresses, _maxLength)
            : new CompressedBinaryDocValues(docs, _bytes, _offset, _blocks, _maxBlockLength);
    }

    private static DirectMonotonicReader ReadBlocks(IndexInput meta, IndexInput data, int count, out int maxBlockLength)
    {
        long offset = meta.ReadInt64();
        int blocks = meta.ReadVInt();
        int shift = meta.ReadVInt();
        if (shift != Lucene80DocValuesFormat.BinaryBlockShift || blocks != (int)(((long)count + Lucene80DocValuesFormat.BinaryBlockSize - 1) >> shift))
            throw new CorruptIndexException($"{blocks} blocks of 2^{shift} values for {count} values", meta.Name, meta.Position);
        maxBlockLength = meta.ReadVInt("block length", int.MaxValue);
        var starts = DirectMonotonicReader.ReadMeta(meta, blocks, meta.ReadVInt());
        return starts.Attach(data.Slice("addresses", offset, meta.ReadInt64()));
    }
}

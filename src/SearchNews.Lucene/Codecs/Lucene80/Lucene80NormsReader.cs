using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Reads norms; the layout is on <see cref="Lucene80NormsFormat"/>. Immutable, thread-safe.</summary>
internal sealed class Lucene80NormsReader
{
    private readonly IndexInput _data;
    private readonly Dictionary<int, Norms> _norms = [];

    /// <summary>Opens both files, verifies their checksums and checks all that the metadata says.</summary>
    /// <exception cref="CorruptIndexException">A file is damaged.</exception>
    public Lucene80NormsReader(SegmentReadState state)
    {
        int maxDoc = state.Segment.MaxDoc;
        IndexInput meta = state.Open(Lucene80NormsFormat.MetaExtension, Lucene80NormsFormat.MetaCodec, Lucene80NormsFormat.Version, Lucene80NormsFormat.Version, out _);
        _data = state.Open(Lucene80NormsFormat.DataExtension, Lucene80NormsFormat.DataCodec, Lucene80NormsFormat.Version, Lucene80NormsFormat.Version, out _);
        for (int number = meta.ReadInt32(); number != Lucene80NormsFormat.EndOfFields; number = meta.ReadInt32())
        {
            if (state.Fields.Find(number) is not { HasNorms: true } || !_norms.TryAdd(number, ReadField(meta, maxDoc)))
                throw new CorruptIndexException($"norms of field number {number} are unexpected", meta.Name, meta.Position);
        }

        CodecUtil.CheckAtFooter(meta);
    }

    /// <summary>An iterator over the norms of a field, at the longest until the search ends that asks for it; null when the segment holds none for it.</summary>
    public NumericDocValues? GetNorms(FieldInfo field)
    {
        if (!_norms.TryGetValue(field.Number, out Norms norms)) return null;
        if (norms.Bytes is not null) return SearchMemory.Take<DenseByteNorms>().Set(norms.Bytes);
        return norms.Docs.IsPrefix
            ? SearchMemory.Take<DenseNumericDocValues>().Set(norms.Docs.Count, norms.Column)
            : SearchMemory.Take<ColumnNumericDocValues>().Set(norms.Docs.TakeCursor(), norms.Column);
    }

    /// <summary>Verifies the checksum again.</summary>
    /// <exception cref="CorruptIndexException">It differs.</exception>
    public void CheckIntegrity() => CodecUtil.VerifyChecksum(_data.Clone());

    private Norms ReadField(IndexInput meta, int maxDoc)
    {
        var docs = DocsWithField.Read(meta, _data, maxDoc);
        int count = meta.ReadInt32();
        if (count != docs.Count) throw new CorruptIndexException($"{count} documents with norms, the set holds {docs.Count}", meta.Name, meta.Position - 4);
        int width = meta.ReadByte();
        long valueOrOffset = meta.ReadInt64();
        if (width == 0 || count == 0) return new Norms(docs, new ConstantColumn(valueOrOffset), Bytes: null);
        if (width is not (1 or 2 or 4 or 8)) throw new CorruptIndexException($"norms of {width} bytes", meta.Name, meta.Position - 9);
        IndexInput values = _data.Slice("norms", valueOrOffset, (long)count * width);
        return new Norms(docs, new NormsColumn(values, width), width == 1 && docs.IsPrefix ? values : null);
    }

    // Bytes is set when the norms can be read by document.
    private readonly record struct Norms(DocsWithField Docs, NumericColumn Column, IndexInput? Bytes);
}

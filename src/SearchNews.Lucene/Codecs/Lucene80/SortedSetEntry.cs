using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>A SORTED_SET field of which some document has several values.</summary>
internal sealed class SortedSetEntry : DocValuesEntry
{
    private readonly DocsWithField _docs;
    private readonly NumericColumn _ords;
    private readonly ValueAddresses _addresses;
    private readonly TermsDictionary _terms;

    private SortedSetEntry(IndexInput meta, IndexInput data, int maxDoc)
    {
        _docs = DocsWithField.Read(meta, data, maxDoc);
        int bits = meta.ReadByte();
        long offset = meta.ReadInt64();
        long length = meta.ReadInt64();
        int count = meta.ReadInt32();
        if (count != _docs.Count) throw new CorruptIndexException($"{count} documents with values, the set holds {_docs.Count}", meta.Name, meta.Position - 4);
        _addresses = ValueAddresses.Read(meta, data, count);
        _ords = new PackedColumn(NumericColumnReader.SlicePacked(meta, data, offset, length, _addresses.Total, bits), bits, 0, 1);
        _terms = TermsDictionary.Read(meta, data);
    }

    /// <summary>Reads the metadata and opens the field; a <see cref="SortedEntry"/> when each document has one value.</summary>
    public static DocValuesEntry Read(IndexInput meta, IndexInput data, int maxDoc)
    {
        byte multiValued = meta.ReadByte();
        return multiValued switch
        {
            0 => new SortedEntry(meta, data, maxDoc),
            1 => new SortedSetEntry(meta, data, maxDoc),
            _ => throw new CorruptIndexException($"sorted set of kind {multiValued}", meta.Name, meta.Position - 1),
        };
    }

    /// <summary>A new iterator.</summary>
    public SortedSetDocValues Open() => new ColumnSortedSetDocValues(_docs.NewCursor(), _ords, _addresses, _terms);
}

using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>A SORTED field, or a SORTED_SET field of which each document has exactly one value.</summary>
internal sealed class SortedEntry : DocValuesEntry
{
    private readonly DocsWithField _docs;
    private readonly NumericColumn _ords;
    private readonly TermsDictionary _terms;

    /// <summary>Reads the metadata and opens the field.</summary>
    public SortedEntry(IndexInput meta, IndexInput data, int maxDoc)
    {
        _docs = DocsWithField.Read(meta, data, maxDoc);
        int count = meta.ReadInt32();
        if (count != _docs.Count) throw new CorruptIndexException($"{count} documents with values, the set holds {_docs.Count}", meta.Name, meta.Position - 4);
        int bits = meta.ReadByte();
        long offset = meta.ReadInt64();
        long length = meta.ReadInt64();
        _ords = bits == 0 ? new ConstantColumn(0) : new PackedColumn(NumericColumnReader.SlicePacked(meta, data, offset, length, count, bits), bits, 0, 1);
        _terms = TermsDictionary.Read(meta, data);
    }

    /// <summary>A new iterator.</summary>
    public SortedDocValues Open() => new ColumnSortedDocValues(_docs.NewCursor(), _ords, _terms);
}

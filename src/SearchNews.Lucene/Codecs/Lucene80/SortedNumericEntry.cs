using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>A SORTED_NUMERIC field.</summary>
internal sealed class SortedNumericEntry : DocValuesEntry
{
    private readonly DocsWithField _docs;
    private readonly NumericColumn _column;
    private readonly ValueAddresses? _addresses;

    /// <summary>Reads the metadata and opens the field.</summary>
    public SortedNumericEntry(IndexInput meta, IndexInput data, int maxDoc)
    {
        _docs = DocsWithField.Read(meta, data, maxDoc);
        _column = NumericColumnReader.Read(meta, data, out long count);
        int docs = meta.ReadInt32();
        if (docs != _docs.Count || count < docs)
            throw new CorruptIndexException($"{count} values for {docs} documents, the set holds {_docs.Count}", meta.Name, meta.Position - 4);
        if (count == docs) return;
        _addresses = ValueAddresses.Read(meta, data, docs);
        if (_addresses.Total != count) throw new CorruptIndexException($"addresses of {_addresses.Total} values, there are {count}", meta.Name, meta.Position);
    }

    /// <summary>A new iterator.</summary>
    public SortedNumericDocValues Open() => new ColumnSortedNumericDocValues(_docs.NewCursor(), _column, _addresses);
}

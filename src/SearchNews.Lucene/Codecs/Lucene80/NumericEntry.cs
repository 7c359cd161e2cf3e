using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>A NUMERIC field.</summary>
internal sealed class NumericEntry : DocValuesEntry
{
    private readonly DocsWithField _docs;
    private readonly NumericColumn _column;

    /// <summary>Reads the metadata and opens the field.</summary>
    public NumericEntry(IndexInput meta, IndexInput data, int maxDoc)
    {
        _docs = DocsWithField.Read(meta, data, maxDoc);
        _column = NumericColumnReader.Read(meta, data, out long count);
        if (count != _docs.Count) throw new CorruptIndexException($"{count} values for {_docs.Count} documents", meta.Name, meta.Position);
    }

    /// <summary>A new iterator.</summary>
    public NumericDocValues Open() =>
        _docs.IsPrefix ? new DenseNumericDocValues().Set(_docs.Count, _column) : new ColumnNumericDocValues().Set(_docs.NewCursor(), _column);
}

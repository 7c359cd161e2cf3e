using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene87;

/// <summary>
/// Reads the stored fields of many documents in about their order, as merging and verifying do: the chunk of the last document stays decoded. One thread.
/// </summary>
internal sealed class StoredFieldsCursor(Lucene87StoredFieldsReader reader)
{
    private int _docBase;
    private int _docs;
    private int[] _ints = [];
    private long[] _offsets = [];
    private IndexInput? _chunk;

    /// <summary>Delivers the fields of <paramref name="doc"/> in the order in which they were stored.</summary>
    public void VisitDocument(int doc, StoredFieldVisitor visitor)
    {
        if (doc < _docBase || doc >= _docBase + _docs) Load(doc);
        int index = doc - _docBase;
        if (_ints[index] == 0) return;
        IndexInput document = _chunk!.Slice("document", _offsets[index], _ints[_docs + index]);
        reader.VisitDocument(document, _ints[index], visitor);
    }

    private void Load(int doc)
    {
        // Nothing is loaded until all of it is.
        _docs = 0;
        StoredFieldsChunk chunk = reader.OpenChunk(doc);
        if (_offsets.Length < chunk.Docs)
        {
            _offsets = new long[chunk.Docs];
            _ints = new int[2 * chunk.Docs];
        }

        long total = reader.ReadLengths(chunk, _ints);
        long offset = 0;
        for (int i = 0; i < chunk.Docs; i++)
        {
            _offsets[i] = offset;
            offset += _ints[chunk.Docs + i];
        }

        if (total > Array.MaxLength) throw new CorruptIndexException($"a chunk of {total} bytes is longer than this reader takes into memory ({Array.MaxLength})", chunk.Input.Name, 0);
        byte[] bytes = new byte[total];
        reader.Decompress(chunk, total, 0, bytes);
        _chunk = new IndexInput(chunk.Input.Name, bytes);
        (_docBase, _docs) = (chunk.DocBase, chunk.Docs);
    }
}

using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>
/// Norms of one byte that every document has: what BM25 writes for a field that all documents have. A scorer that finds norms to be of this
/// class may take <see cref="Bytes"/> and index it by document, instead of moving the iterator.
/// </summary>
internal sealed class DenseByteNorms : NumericDocValues
{
    private IndexInput _data = null!;
    private int _doc;

    /// <summary>The norm of each document, by document; a norm is the signed value of the byte.</summary>
    public ReadOnlySpan<byte> Bytes => _data.Span;

    public override int DocId => _doc;

    public override long Cost => _data.Length;

    public override long LongValue => (sbyte)_data.Span[_doc];

    /// <summary>Stands before the first document.</summary>
    /// <param name="data">A norm a document.</param>
    public DenseByteNorms Set(IndexInput data)
    {
        _data = data;
        _doc = -1;
        return this;
    }

    public override int NextDoc() => Advance(_doc + 1);

    public override int Advance(int target) => _doc = target < _data.Length ? target : NoMoreDocs;

    public override bool AdvanceExact(int target)
    {
        _doc = target;
        return target < _data.Length;
    }
}

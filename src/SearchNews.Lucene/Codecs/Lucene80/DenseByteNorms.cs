using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>
/// Norms of one byte that every document has: what BM25 writes for a field that all documents have. A scorer that finds norms to be of this
/// class may take <see cref="Bytes"/> and index it by document, instead of moving the iterator.
/// </summary>
internal sealed class DenseByteNorms(IndexInput data) : NumericDocValues
{
    private int _doc = -1;

    /// <summary>The norm of each document, by document; a norm is the signed value of the byte.</summary>
    public ReadOnlySpan<byte> Bytes => data.Span;

    public override int DocId => _doc;

    public override long Cost => data.Length;

    public override long LongValue => (sbyte)data.Span[_doc];

    public override int NextDoc() => Advance(_doc + 1);

    public override int Advance(int target) => _doc = target < data.Length ? target : NoMoreDocs;

    public override bool AdvanceExact(int target)
    {
        _doc = target;
        return target < data.Length;
    }
}

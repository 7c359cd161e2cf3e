using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Stories;

/// <summary>
/// The fingerprints of one segment by any document. Doc values keep them in compressed blocks, one of which is read for each; when so many were asked for that reading all would have cost no
/// more, all are read, and taken from memory from then on. One thread.
/// </summary>
internal sealed class FingerprintColumn(LeafReader reader)
{
    // Values of one compressed block.
    private const int BlockSize = 32;

    private readonly DocValuesCursor<BinaryDocValues> _values = new(() => reader.GetBinaryDocValues(ArticleFields.Story));
    private int _asked;

    // By document, null for none; null as long as not all were read.
    private byte[]?[]? _all;

    /// <summary>The fingerprint of a document; empty when it has none.</summary>
    public ReadOnlySpan<byte> Read(int doc)
    {
        if (_all is null && ++_asked > reader.MaxDoc / BlockSize) _all = ReadAll();
        if (_all is not null) return _all[doc];
        return _values.MoveTo(doc) is { } values ? values.BinaryValue : [];
    }

    private byte[]?[] ReadAll()
    {
        var all = new byte[]?[reader.MaxDoc];
        if (reader.GetBinaryDocValues(ArticleFields.Story) is not { } values) return all;
        while (values.NextDoc() != DocIdSetIterator.NoMoreDocs) all[values.DocId] = values.BinaryValue.ToArray();
        return all;
    }
}

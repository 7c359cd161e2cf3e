using SearchNews.Articles.Columns;
using SearchNews.Lucene.Index;
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

    // By document, empty for none; null as long as not all were read.
    private BytesList? _all;

    /// <summary>The fingerprint of a document; empty when it has none.</summary>
    public ReadOnlySpan<byte> Read(int doc)
    {
        if (_all is null && ++_asked > reader.MaxDoc / BlockSize) _all = ReadAll();
        if (_all is not null) return _all[doc];
        return _values.MoveTo(doc) is { } values ? values.BinaryValue : [];
    }

    private BytesList ReadAll()
    {
        var all = new BytesList();
        BinaryDocValues? values = reader.GetBinaryDocValues(ArticleFields.Story);
        for (int doc = 0; doc < reader.MaxDoc; doc++) all.Add(values?.AdvanceExact(doc) == true ? values.BinaryValue : default);
        return all;
    }
}

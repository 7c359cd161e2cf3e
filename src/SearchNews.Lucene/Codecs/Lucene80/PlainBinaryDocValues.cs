using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Byte strings one behind the other; without addresses all have the same length.</summary>
internal sealed class PlainBinaryDocValues(DocsCursor docs, IndexInput bytes, ValueAddresses? addresses, int fixedLength) : BinaryDocValues
{
    public override int DocId => docs.DocId;

    public override long Cost => docs.Cost;

    public override ReadOnlySpan<byte> BinaryValue
    {
        get
        {
            (int start, int length) = addresses is null ? (docs.Index * fixedLength, fixedLength) : addresses[docs.Index];
            return bytes.Span.Slice(start, length);
        }
    }

    public override int NextDoc() => docs.NextDoc();

    public override int Advance(int target) => docs.Advance(target);

    public override bool AdvanceExact(int target) => docs.AdvanceExact(target);
}

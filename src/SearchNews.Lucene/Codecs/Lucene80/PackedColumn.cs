using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>min + gcd * packed value, wrapping.</summary>
internal sealed class PackedColumn(IndexInput values, int bits, long min, long gcd) : NumericColumn
{
    public override long Get(long index) => min + (gcd * DirectReader.Get(values.Span, bits, index));
}

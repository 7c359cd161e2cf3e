using System.Buffers.Binary;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Big-endian signed norms of 1, 2, 4 or 8 bytes each.</summary>
internal sealed class NormsColumn(IndexInput data, int width) : NumericColumn
{
    public override long Get(long index)
    {
        ReadOnlySpan<byte> at = data.Span[(int)(index * width)..];
        return width switch
        {
            1 => (sbyte)at[0],
            2 => BinaryPrimitives.ReadInt16BigEndian(at),
            4 => BinaryPrimitives.ReadInt32BigEndian(at),
            _ => BinaryPrimitives.ReadInt64BigEndian(at),
        };
    }
}

using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace SearchNews.Lucene.Util;

/// <summary>Random access to what <see cref="DirectWriter"/> packed. Source: Lucene 8 DirectReader.</summary>
internal static class DirectReader
{
    /// <summary>Value <paramref name="index"/> of <paramref name="data"/>, unsigned except at 64 bits. The 3 padding bytes make one wide read enough at every width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Get(ReadOnlySpan<byte> data, int bitsPerValue, long index)
    {
        long bit = index * bitsPerValue;
        ReadOnlySpan<byte> at = data[(int)(bit >> 3)..];
        if (bitsPerValue <= 32)
            return (BinaryPrimitives.ReadUInt32BigEndian(at) << (int)(bit & 7)) >> (32 - bitsPerValue);
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(at) >> (64 - bitsPerValue));
    }
}

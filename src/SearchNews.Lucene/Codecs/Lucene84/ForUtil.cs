using System.Numerics;
using System.Runtime.CompilerServices;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>FOR blocks: 128 values of a fixed width of 1 to 31 bits, in 16 * width bytes. The layout is that of <see cref="ForLayout"/>.</summary>
internal static class ForUtil
{
    /// <summary>The widest values, since all are below 2^31.</summary>
    public const int MaxWidth = 31;

    /// <summary>Bytes of a block.</summary>
    public static int ByteLength(int width) => width << 4;

    /// <summary>Bits a value needs, at least 1. Values are not negative.</summary>
    public static int BitsRequired(int value) => 32 - BitOperations.LeadingZeroCount((uint)value | 1);

    /// <summary>Appends 128 values below 2^<paramref name="width"/>.</summary>
    [SkipLocalsInit]
    public static void Encode(ReadOnlySpan<int> values, int width, DataOutput output)
    {
        Span<byte> packed = stackalloc byte[MaxWidth << 4];
        packed = packed[..ByteLength(width)];
        ForScalar.Encode(values, width, packed);
        output.WriteBytes(packed);
    }

    /// <summary>Reads 128 values into the start of <paramref name="values"/>.</summary>
    /// <exception cref="Index.CorruptIndexException">The input is too short.</exception>
    public static void Decode(IndexInput input, int width, Span<int> values)
    {
        ReadOnlySpan<byte> packed = input.ReadSpan(ByteLength(width));
        if (ForVector.IsSupported) ForVector.Decode(packed, width, values);
        else ForScalar.Decode(packed, width, values);
    }
}

using System.Numerics;

namespace SearchNews.Lucene.Util;

/// <summary>
/// A document length in one byte: exact up to 40, then with 4 significant bits, monotonic. Source: Lucene 8 SmallFloat.intToByte4.
/// </summary>
public static class SmallFloat
{
    private const int FreeValues = 24;

    /// <summary>Encodes a length, 0 or more; the result is compared as unsigned and stored as a signed byte.</summary>
    public static byte IntToByte4(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length < FreeValues) return (byte)length;
        int rest = length - FreeValues;
        int bits = 32 - BitOperations.LeadingZeroCount((uint)rest);
        if (bits < 4) return (byte)(FreeValues + rest);
        int shift = bits - 4;
        return (byte)(FreeValues + (((rest >> shift) & 7) | ((shift + 1) << 3)));
    }

    /// <summary>The smallest length that encodes to <paramref name="encoded"/>.</summary>
    public static int Byte4ToInt(byte encoded)
    {
        if (encoded < FreeValues) return encoded;
        int rest = encoded - FreeValues;
        int shift = (rest >> 3) - 1;
        return shift < 0 ? FreeValues + (rest & 7) : FreeValues + (((rest & 7) | 8) << shift);
    }
}

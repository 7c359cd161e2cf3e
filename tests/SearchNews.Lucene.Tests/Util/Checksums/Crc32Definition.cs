using SearchNews.Lucene.Util;
using SearchNews.Lucene.Util.Checksums;

namespace SearchNews.Lucene.Tests.Util.Checksums;

/// <summary>The CRC as it is defined, a bit at a time.</summary>
internal sealed class Crc32Definition : ICrc32Kernel
{
    public static bool IsSupported => true;

    public static uint Update(uint state, ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
        {
            state ^= b;
            for (int i = 0; i < 8; i++) state = TimesX(state);
        }

        return state;
    }

    /// <summary>x^<paramref name="power"/> modulo the polynomial, reflected: bit 31 is x^0.</summary>
    public static uint PowerOfX(int power)
    {
        uint remainder = 0x8000_0000;
        for (int i = 0; i < power; i++) remainder = TimesX(remainder);
        return remainder;
    }

    private static uint TimesX(uint remainder) => (remainder & 1) != 0 ? (remainder >> 1) ^ Crc32.Polynomial : remainder >> 1;
}

using System.Numerics;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Util;

/// <summary>
/// Packs values of a fixed width, most significant bit first, followed by 3 zero bytes so that a reader may read a whole word.
/// Total length = ceil(n * bitsPerValue / 8) + 3. Source: Lucene 8 DirectWriter.
/// </summary>
internal sealed class DirectWriter(DataOutput output, int bitsPerValue)
{
    private static ReadOnlySpan<byte> Widths => [1, 2, 4, 8, 12, 16, 20, 24, 28, 32, 40, 48, 56, 64];

    private ulong _pending;
    private int _pendingBits;

    /// <summary>The narrowest legal width that holds <paramref name="maxValue"/>, taken as unsigned; 1 for 0.</summary>
    public static int BitsRequired(long maxValue)
    {
        int bits = Math.Max(1, 64 - BitOperations.LeadingZeroCount((ulong)maxValue));
        foreach (byte width in Widths)
        {
            if (width >= bits) return width;
        }

        return 64;
    }

    /// <summary>Length in bytes of <paramref name="count"/> values.</summary>
    public static long ByteLength(long count, int bitsPerValue) => ((count * bitsPerValue + 7) >> 3) + 3;

    /// <summary>Whether a width read from a file is one a writer may choose.</summary>
    public static bool IsLegal(int bitsPerValue) => bitsPerValue is > 0 and <= 64 && Widths.Contains((byte)bitsPerValue);

    /// <summary>Appends a value; bits above the width must be clear.</summary>
    public void Add(long value)
    {
        ulong v = (ulong)value;
        int free = 64 - _pendingBits;
        if (bitsPerValue <= free)
        {
            _pending |= v << (free - bitsPerValue);
            _pendingBits += bitsPerValue;
        }
        else
        {
            int rest = bitsPerValue - free;
            output.WriteInt64((long)(free == 0 ? _pending : _pending | (v >> rest)));
            _pending = v << (64 - rest);
            _pendingBits = rest;
        }
    }

    /// <summary>Writes the last bits and the padding.</summary>
    public void Finish()
    {
        for (; _pendingBits > 0; _pendingBits -= 8, _pending <<= 8) output.WriteByte((byte)(_pending >> 56));
        for (int i = 0; i < 3; i++) output.WriteByte(0);
    }
}

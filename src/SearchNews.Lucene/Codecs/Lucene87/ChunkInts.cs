using System.Numerics;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene87;

/// <summary>The <c>ints</c> of a chunk header: one value, all equal, or packed most significant bit first in ceil(n * bits / 8) bytes.</summary>
internal static class ChunkInts
{
    public static void Write(DataOutput output, ReadOnlySpan<int> values)
    {
        if (values.Length == 1)
        {
            output.WriteVInt(values[0]);
            return;
        }

        if (!values.ContainsAnyExcept(values[0]))
        {
            output.WriteVInt(0);
            output.WriteVInt(values[0]);
            return;
        }

        int union = 0;
        foreach (int value in values) union |= value;
        int bits = 32 - BitOperations.LeadingZeroCount((uint)union);
        output.WriteVInt(bits);
        ulong pending = 0;
        int pendingBits = 0;
        foreach (int value in values)
        {
            pending = (pending << bits) | (uint)value;
            for (pendingBits += bits; pendingBits >= 8; pendingBits -= 8) output.WriteByte((byte)(pending >> (pendingBits - 8)));
        }

        if (pendingBits > 0) output.WriteByte((byte)(pending << (8 - pendingBits)));
    }

    /// <summary>Fills <paramref name="values"/>.</summary>
    /// <exception cref="CorruptIndexException">Width above 31, or a negative value.</exception>
    public static void Read(IndexInput input, Span<int> values)
    {
        if (values.Length == 1)
        {
            values[0] = input.ReadVInt("chunk value", int.MaxValue);
            return;
        }

        int bits = input.ReadVInt("bits per value", 31);
        if (bits == 0)
        {
            values.Fill(input.ReadVInt("chunk value", int.MaxValue));
            return;
        }

        ReadOnlySpan<byte> packed = input.ReadSpan((int)(((long)values.Length * bits + 7) >> 3));
        ulong mask = (1UL << bits) - 1;
        ulong pending = 0;
        int pendingBits = 0;
        int at = 0;
        for (int i = 0; i < values.Length; i++)
        {
            for (; pendingBits < bits; pendingBits += 8) pending = (pending << 8) | packed[at++];
            pendingBits -= bits;
            values[i] = (int)((pending >> pendingBits) & mask);
        }
    }
}

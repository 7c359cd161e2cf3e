using System.Buffers.Binary;

namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

/// <summary>Decodes a FOR block value by value and bit by bit, by the words of the format's description alone.</summary>
internal static class ForDefinition
{
    public static int[] Decode(ReadOnlySpan<byte> packed, int width)
    {
        int lane = width <= 8 ? 8 : width <= 16 ? 16 : 32;
        int slots = 2 * lane;
        int words = 2 * width;
        int full = lane / width;
        int rest = lane % width;
        int[] values = new int[128];
        for (int i = 0; i < values.Length; i++)
        {
            int laneIndex = i / slots;
            int slot = i % slots;
            for (int bit = 0; bit < width; bit++)
            {
                // Bits are counted from the top of the value, and of the lane in its word.
                int word, laneBit;
                if (slot < full * words)
                {
                    word = slot % words;
                    laneBit = (slot / words * width) + bit;
                }
                else
                {
                    int at = ((slot - (full * words)) * width) + bit;
                    word = at / rest;
                    laneBit = (full * width) + (at % rest);
                }

                ulong w = BinaryPrimitives.ReadUInt64LittleEndian(packed[(word * 8)..]);
                int shift = 63 - (laneIndex * lane) - laneBit;
                values[i] = (values[i] << 1) | (int)((w >> shift) & 1);
            }
        }

        return values;
    }
}

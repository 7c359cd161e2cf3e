using System.Buffers.Binary;
using System.Diagnostics;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>
/// FOR blocks, coded in plain integer arithmetic on all lanes of a word at once: the encoder, and the decoder that runs without SIMD and is
/// the reference for the others. The layout is that of <see cref="ForLayout"/>.
/// </summary>
internal static class ForScalar
{
    private const int MaxSlots = 64;

    /// <summary>Packs 128 values below 2^<paramref name="width"/> into 16 * width bytes.</summary>
    public static void Encode(ReadOnlySpan<int> values, int width, Span<byte> packed)
    {
        var layout = new ForLayout(width);
        Span<ulong> slots = stackalloc ulong[MaxSlots];
        slots = slots[..layout.Slots];
        Collapse(values, layout, slots);

        Span<ulong> words = stackalloc ulong[MaxSlots];
        words = words[..layout.Words];
        words.Clear();
        int slot = 0;
        for (int shift = layout.Lane - width; shift >= 0; shift -= width)
        {
            for (int w = 0; w < words.Length; w++) words[w] |= slots[slot++] << shift;
        }

        if (layout.Rest > 0) PackRest(slots[slot..], layout, words);
        for (int w = 0; w < words.Length; w++) BinaryPrimitives.WriteUInt64LittleEndian(packed[(w * 8)..], words[w]);
    }

    /// <summary>Unpacks 128 values from 16 * <paramref name="width"/> bytes.</summary>
    public static void Decode(ReadOnlySpan<byte> packed, int width, Span<int> values)
    {
        var layout = new ForLayout(width);
        Span<ulong> words = stackalloc ulong[MaxSlots];
        words = words[..layout.Words];
        for (int w = 0; w < words.Length; w++) words[w] = BinaryPrimitives.ReadUInt64LittleEndian(packed[(w * 8)..]);

        Span<ulong> slots = stackalloc ulong[MaxSlots];
        slots = slots[..layout.Slots];
        ulong mask = layout.Mask(width);
        int slot = 0;
        for (int shift = layout.Lane - width; shift >= 0; shift -= width)
        {
            for (int w = 0; w < words.Length; w++) slots[slot++] = (words[w] >> shift) & mask;
        }

        if (layout.Rest > 0) UnpackRest(words, layout, slots[slot..]);
        Expand(slots, layout, values);
    }

    /// <summary>Gathers the values that stand in the low ends of the lanes, below the whole ones.</summary>
    public static void UnpackRest(ReadOnlySpan<ulong> words, ForLayout layout, Span<ulong> rest)
    {
        int piece = layout.Rest;
        int left = piece; // bits of the current word's piece that are not used yet
        int word = 0;
        for (int slot = 0; slot < rest.Length; slot++)
        {
            ulong value = 0;
            for (int wanted = layout.Width; wanted > 0;)
            {
                int n = Math.Min(wanted, left);
                left -= n;
                wanted -= n;
                value |= ((words[word] >> left) & layout.Mask(n)) << wanted;
                if (left > 0) continue;
                word++;
                left = piece;
            }

            rest[slot] = value;
        }
    }

    private static void PackRest(ReadOnlySpan<ulong> rest, ForLayout layout, Span<ulong> words)
    {
        int piece = layout.Rest;
        int room = piece;
        int word = 0;
        foreach (ulong value in rest)
        {
            for (int left = layout.Width; left > 0;)
            {
                int n = Math.Min(left, room);
                left -= n;
                room -= n;
                words[word] |= ((value >> left) & layout.Mask(n)) << room;
                if (room > 0) continue;
                word++;
                room = piece;
            }
        }

        Debug.Assert(word == words.Length, "The rest fills the pieces of all words exactly.");
    }

    private static void Collapse(ReadOnlySpan<int> values, ForLayout layout, Span<ulong> slots)
    {
        for (int slot = 0; slot < slots.Length; slot++)
        {
            ulong word = 0;
            for (int i = slot; i < values.Length; i += slots.Length) word = (word << layout.Lane) | (uint)values[i];
            slots[slot] = word;
        }
    }

    private static void Expand(ReadOnlySpan<ulong> slots, ForLayout layout, Span<int> values)
    {
        ulong mask = ulong.MaxValue >> (64 - layout.Lane);
        for (int lane = 0, i = 0; lane < layout.Lanes; lane++)
        {
            int shift = 64 - (lane + 1) * layout.Lane;
            foreach (ulong slot in slots) values[i++] = (int)((slot >> shift) & mask);
        }
    }
}

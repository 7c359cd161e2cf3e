using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>The decoder of FOR blocks for little-endian machines with 256-bit SIMD; same results as <see cref="ForScalar"/>.</summary>
internal static class ForVector
{
    /// <summary>The most slots that a width has.</summary>
    public const int MaxSlots = 64;

    /// <summary>True when this machine can run it.</summary>
    public static bool IsSupported => Vector256.IsHardwareAccelerated && BitConverter.IsLittleEndian;

    /// <summary>Unpacks 128 values from 16 * <paramref name="width"/> bytes.</summary>
    [SkipLocalsInit]
    public static void Decode(ReadOnlySpan<byte> packed, int width, Span<int> values)
    {
        Span<ulong> slots = stackalloc ulong[MaxSlots];
        var layout = new ForLayout(width);
        Unpack(packed, width, slots);
        Expand(slots[..layout.Slots], layout.Lane, values);
    }

    /// <summary>Unpacks a block as far as words: one for each slot, whose lanes hold the values.</summary>
    /// <param name="packed">16 * <paramref name="width"/> bytes.</param>
    /// <param name="width">Bits of a value.</param>
    /// <param name="slots">At least <see cref="MaxSlots"/> long.</param>
    [SkipLocalsInit]
    public static void Unpack(ReadOnlySpan<byte> packed, int width, Span<ulong> slots)
    {
        var layout = new ForLayout(width);
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(packed)[..layout.Words];
        ulong mask = layout.Mask(width);
        int slot = 0;
        for (int shift = layout.Lane - width; shift >= 0; shift -= width)
        {
            ShiftAndMask(words, shift, mask, slots[slot..]);
            slot += words.Length;
        }

        if (layout.Rest == 0) return;
        Span<ulong> pieces = stackalloc ulong[MaxSlots];
        ShiftAndMask(words, 0, layout.Mask(layout.Rest), pieces);
        ForRest.Unpack(width, pieces[..words.Length], slots[slot..layout.Slots]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ShiftAndMask(ReadOnlySpan<ulong> words, int shift, ulong mask, Span<ulong> slots)
    {
        ref ulong from = ref MemoryMarshal.GetReference(words);
        ref ulong to = ref MemoryMarshal.GetReference(slots);
        Vector256<ulong> masks = Vector256.Create(mask);
        nuint w = 0;
        for (; w + 4 <= (nuint)words.Length; w += 4)
            ((Vector256.LoadUnsafe(ref from, w) >>> shift) & masks).StoreUnsafe(ref to, w);
        // An even number of words: at most two are left.
        if (w < (nuint)words.Length)
            ((Vector128.LoadUnsafe(ref from, w) >>> shift) & masks.GetLower()).StoreUnsafe(ref to, w);
    }

    /// <summary>Deals the lanes out: first the words' high and low halves apart, then each half's lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Expand(ReadOnlySpan<ulong> slots, int lane, Span<int> values)
    {
        Debug.Assert(values.Length >= 128 && slots.Length == 2 * lane);
        ref uint from = ref Unsafe.As<ulong, uint>(ref MemoryMarshal.GetReference(slots));
        ref uint to = ref Unsafe.As<int, uint>(ref MemoryMarshal.GetReference(values));
        Vector256<uint> mask = Vector256.Create(uint.MaxValue >> (32 - lane));
        for (nuint s = 0; s < (nuint)slots.Length; s += 8)
        {
            Vector256<uint> first = Vector256.Shuffle(Vector256.LoadUnsafe(ref from, 2 * s), Vector256.Create(0u, 2, 4, 6, 1, 3, 5, 7));
            Vector256<uint> second = Vector256.Shuffle(Vector256.LoadUnsafe(ref from, 2 * s + 8), Vector256.Create(0u, 2, 4, 6, 1, 3, 5, 7));
            Vector256<uint> high = Vector256.Create(first.GetUpper(), second.GetUpper());
            Vector256<uint> low = Vector256.Create(first.GetLower(), second.GetLower());
            nuint step = (nuint)slots.Length;
            nuint half = 64;
            nuint i = s;
            for (int shift = 32 - lane; shift >= 0; shift -= lane, i += step)
            {
                ((high >>> shift) & mask).StoreUnsafe(ref to, i);
                ((low >>> shift) & mask).StoreUnsafe(ref to, i + half);
            }
        }
    }
}

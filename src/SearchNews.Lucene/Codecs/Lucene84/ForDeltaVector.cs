using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>
/// Decodes and adds up blocks of differences of up to 16 bits at once, for machines with AVX2; same results as <see cref="ForUtil.Decode"/> and a sum over it.
/// </summary>
/// <remarks>
/// Value <c>lane * Slots + slot</c> lives in that lane of a word (<see cref="ForLayout"/>), so a word holds values that lie far apart, and the word of the next slot holds their neighbours. Adding word to word
/// therefore adds up all lanes at once. Then each lane is moved on by the sum of the lanes before it, while the words, as rows of a matrix, are transposed.
/// </remarks>
internal static class ForDeltaVector
{
    private const int MaxWidth = 16;
    private const int BlockSize = Lucene84PostingsFormat.BlockSize;
    private const int RowLength = 4;

    /// <summary>True when this machine can decode that width.</summary>
    public static bool Supports(int width) => Avx2.IsSupported && BitConverter.IsLittleEndian && width is > 0 and <= MaxWidth;

    /// <summary>Writes 128 documents.</summary>
    /// <param name="packed">16 * <paramref name="width"/> bytes.</param>
    /// <param name="width">Bits of a difference.</param>
    /// <param name="previous">What the first difference is added to.</param>
    /// <param name="docs">Its first 128 elements are filled.</param>
    [SkipLocalsInit]
    public static void Decode(ReadOnlySpan<byte> packed, int width, int previous, Span<int> docs)
    {
        Span<ulong> slots = stackalloc ulong[ForVector.MaxSlots];
        ForVector.Unpack(packed, width, slots);
        ref ulong from = ref MemoryMarshal.GetReference(slots);
        ref int to = ref MemoryMarshal.GetReference(docs[..BlockSize]);
        if (width <= 8) Sum8(ref from, previous, ref to);
        else Sum16(ref from, previous, ref to);
    }

    // 16 rows of 8 sums of 16 bits, which are read in pairs; the first lane is the highest of a word.
    [SkipLocalsInit]
    private static void Sum8(ref ulong slots, int previous, ref int docs)
    {
        const int Slots = 16;
        const int Lanes = 8;
        Span<uint> rows = stackalloc uint[RowLength * Slots];
        ref uint row = ref MemoryMarshal.GetReference(rows);
        Vector128<ushort> sum = default;
        for (nuint slot = 0; slot < Slots; slot++)
        {
            sum += Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.Add(ref slots, slot)).AsByte());
            sum.AsUInt32().StoreUnsafe(ref row, RowLength * slot);
        }

        Span<int> starts = stackalloc int[Lanes];
        ref int start = ref MemoryMarshal.GetReference(starts);
        for (int pair = 0; pair < Lanes / 2; pair++)
        {
            uint totals = Unsafe.Add(ref row, RowLength * Slots - 1 - pair);
            Unsafe.Add(ref start, 2 * pair) = previous;
            previous += (int)(totals >> 16);
            Unsafe.Add(ref start, 2 * pair + 1) = previous;
            previous += (int)(totals & ushort.MaxValue);
        }

        for (int slot = 0; slot < Slots; slot += 8)
        {
            Transpose(ref Unsafe.Add(ref row, RowLength * slot), out Vector256<uint> pair3, out Vector256<uint> pair2, out Vector256<uint> pair1, out Vector256<uint> pair0);
            ref int to = ref Unsafe.Add(ref docs, slot);
            StorePair(pair0, ref start, ref to);
            StorePair(pair1, ref Unsafe.Add(ref start, 2), ref Unsafe.Add(ref to, 2 * Slots));
            StorePair(pair2, ref Unsafe.Add(ref start, 4), ref Unsafe.Add(ref to, 4 * Slots));
            StorePair(pair3, ref Unsafe.Add(ref start, 6), ref Unsafe.Add(ref to, 6 * Slots));
        }
    }

    // 32 rows of 4 sums of 32 bits.
    [SkipLocalsInit]
    private static void Sum16(ref ulong slots, int previous, ref int docs)
    {
        const int Slots = 32;
        Span<uint> rows = stackalloc uint[RowLength * Slots];
        ref uint row = ref MemoryMarshal.GetReference(rows);
        Vector128<uint> sum = default;
        for (nuint slot = 0; slot < Slots; slot++)
        {
            sum += Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.Add(ref slots, slot)).AsUInt16());
            sum.StoreUnsafe(ref row, RowLength * slot);
        }

        int start0 = previous;
        int start1 = start0 + (int)sum.GetElement(3);
        int start2 = start1 + (int)sum.GetElement(2);
        int start3 = start2 + (int)sum.GetElement(1);
        for (int slot = 0; slot < Slots; slot += 8)
        {
            Transpose(ref Unsafe.Add(ref row, RowLength * slot), out Vector256<uint> lane3, out Vector256<uint> lane2, out Vector256<uint> lane1, out Vector256<uint> lane0);
            ref int to = ref Unsafe.Add(ref docs, slot);
            (lane0.AsInt32() + Vector256.Create(start0)).StoreUnsafe(ref to);
            (lane1.AsInt32() + Vector256.Create(start1)).StoreUnsafe(ref to, Slots);
            (lane2.AsInt32() + Vector256.Create(start2)).StoreUnsafe(ref to, 2 * Slots);
            (lane3.AsInt32() + Vector256.Create(start3)).StoreUnsafe(ref to, 3 * Slots);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StorePair(Vector256<uint> pair, ref int starts, ref int docs)
    {
        const int Slots = 16;
        ((pair >>> 16).AsInt32() + Vector256.Create(starts)).StoreUnsafe(ref docs);
        ((pair & Vector256.Create((uint)ushort.MaxValue)).AsInt32() + Vector256.Create(Unsafe.Add(ref starts, 1))).StoreUnsafe(ref docs, Slots);
    }

    /// <summary>The columns of 8 rows of 4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(ref uint rows, out Vector256<uint> column0, out Vector256<uint> column1, out Vector256<uint> column2, out Vector256<uint> column3)
    {
        Vector256<uint> a = Vector256.Create(Vector128.LoadUnsafe(ref rows), Vector128.LoadUnsafe(ref rows, 4 * RowLength));
        Vector256<uint> b = Vector256.Create(Vector128.LoadUnsafe(ref rows, RowLength), Vector128.LoadUnsafe(ref rows, 5 * RowLength));
        Vector256<uint> c = Vector256.Create(Vector128.LoadUnsafe(ref rows, 2 * RowLength), Vector128.LoadUnsafe(ref rows, 6 * RowLength));
        Vector256<uint> d = Vector256.Create(Vector128.LoadUnsafe(ref rows, 3 * RowLength), Vector128.LoadUnsafe(ref rows, 7 * RowLength));
        Vector256<ulong> ab01 = Avx2.UnpackLow(a, b).AsUInt64();
        Vector256<ulong> ab23 = Avx2.UnpackHigh(a, b).AsUInt64();
        Vector256<ulong> cd01 = Avx2.UnpackLow(c, d).AsUInt64();
        Vector256<ulong> cd23 = Avx2.UnpackHigh(c, d).AsUInt64();
        column0 = Avx2.UnpackLow(ab01, cd01).AsUInt32();
        column1 = Avx2.UnpackHigh(ab01, cd01).AsUInt32();
        column2 = Avx2.UnpackLow(ab23, cd23).AsUInt32();
        column3 = Avx2.UnpackHigh(ab23, cd23).AsUInt32();
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SearchNews.Lucene.Util.Checksums;

/// <summary>
/// The kernel for x86 with carry-less multiplication (PCLMULQDQ): four lanes of sixteen bytes are folded forward 64 bytes a step, then into one; the last sixteen and
/// the rest go through <see cref="SlicingCrc32"/>.
/// </summary>
/// <remarks>
/// Source: V. Gopal et al., "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction", Intel, 2009. A message is a polynomial over GF(2), first bit highest. Its
/// remainder stays the same when sixteen bytes are replaced, d bits further on, by their two halves multiplied with x^(d + 64) and x^d modulo the CRC's polynomial. Bits are reflected
/// here, which moves each product by one place; hence the constants are x^(d + 32) and x^(d - 32), reflected and shifted by one.
/// </remarks>
internal sealed class FoldingCrc32 : ICrc32Kernel
{
    /// <summary>Below this many bytes nothing is folded.</summary>
    public const int MinLength = 64;

    // For d = 512 and d = 128. A test computes them from their definition.
    internal const ulong Fold512Low = 0x1_5444_2BD4;
    internal const ulong Fold512High = 0x1_C6E4_1596;
    internal const ulong Fold128Low = 0x1_7519_97D0;
    internal const ulong Fold128High = 0x0_CCAA_009E;

    /// <inheritdoc/>
    public static bool IsSupported => Pclmulqdq.IsSupported;

    /// <inheritdoc/>
    [SkipLocalsInit]
    public static uint Update(uint state, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < MinLength) return SlicingCrc32.Update(state, bytes);

        ref byte start = ref MemoryMarshal.GetReference(bytes);
        nuint length = (nuint)bytes.Length;
        nuint at = 64;
        Vector128<ulong> far = Vector128.Create(Fold512Low, Fold512High);
        Vector128<ulong> a = Load(ref start, 0) ^ Vector128.CreateScalar((ulong)state);
        Vector128<ulong> b = Load(ref start, 16);
        Vector128<ulong> c = Load(ref start, 32);
        Vector128<ulong> d = Load(ref start, 48);
        for (; at + 64 <= length; at += 64)
        {
            a = Fold(a, far) ^ Load(ref start, at);
            b = Fold(b, far) ^ Load(ref start, at + 16);
            c = Fold(c, far) ^ Load(ref start, at + 32);
            d = Fold(d, far) ^ Load(ref start, at + 48);
        }

        Vector128<ulong> near = Vector128.Create(Fold128Low, Fold128High);
        b ^= Fold(a, near);
        c ^= Fold(b, near);
        d ^= Fold(c, near);
        for (; at + 16 <= length; at += 16) d = Fold(d, near) ^ Load(ref start, at);

        Span<byte> folded = stackalloc byte[16];
        d.AsByte().CopyTo(folded);
        return SlicingCrc32.Update(SlicingCrc32.Update(0, folded), bytes[(int)at..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Load(ref byte start, nuint at) => Vector128.LoadUnsafe(ref start, at).AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Fold(Vector128<ulong> lane, Vector128<ulong> by) =>
        Pclmulqdq.CarrylessMultiply(lane, by, 0x00) ^ Pclmulqdq.CarrylessMultiply(lane, by, 0x11);
}

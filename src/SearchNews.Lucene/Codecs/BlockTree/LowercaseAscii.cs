using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.BlockTree;

/// <summary>
/// Packs four characters of lower-case text in three bytes. A character from 0x1F to 0x3E or 0x5F to 0x7E needs six bits: five, and one for
/// which of the two ranges. The last quarter of the characters is spread over the upper two bits of the others; what lies outside the ranges
/// is patched in afterwards.
/// <code>
/// n - n / 4 packed bytes, vInt exceptions, per exception u8 distance from the one before, u8 byte
/// </code>
/// </summary>
internal static class LowercaseAscii
{
    // A byte costs two when it is an exception and saves a quarter when it is none.
    private const int MinLength = 8;
    private const int BytesPerException = 32;

    /// <summary>Most bytes that <paramref name="packed"/> bytes of a file can unpack to.</summary>
    public static long MaxUnpackedLength(long packed) => (packed * 4 / 3) + 3;

    /// <summary>Writes the packed form, unless too many characters lie outside the ranges for it to pay.</summary>
    public static bool TryCompress(ReadOnlySpan<byte> text, MemoryOutput output)
    {
        if (text.Length < MinLength) return false;
        int exceptions = 0;
        int previous = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (IsInRange(text[i])) continue;

            // A distance is a byte; farther exceptions need stepping stones, which repeat what is there.
            exceptions += 1 + (Math.Max(0, i - previous - 1) / byte.MaxValue);
            previous = i;
        }

        if (exceptions > text.Length / BytesPerException) return false;
        Pack(text, output);
        output.WriteVInt(exceptions);
        WriteExceptions(text, output);
        return true;
    }

    /// <summary>Fills <paramref name="output"/>.</summary>
    /// <exception cref="CorruptIndexException">An exception lies behind the end.</exception>
    public static void Decompress(IndexInput input, Span<byte> output)
    {
        int saved = output.Length >>> 2;
        int packed = output.Length - saved;
        input.ReadBytes(output[..packed]);
        GatherLastQuarter(output, saved, packed);
        ToCharacters(output);

        int exceptions = input.ReadVInt("number of exceptions from lower-case ASCII", output.Length);
        int at = 0;
        for (int i = 0; i < exceptions; i++)
        {
            at += input.ReadByte();
            if (at >= output.Length) throw new CorruptIndexException($"exception at {at} of {output.Length} lower-case ASCII bytes", input.Name, input.Position - 1);
            output[at] = input.ReadByte();
        }
    }

    /// <summary>Puts the six bits of the last characters together from the upper two bits of the others.</summary>
    private static void GatherLastQuarter(Span<byte> output, int saved, int packed)
    {
        int i = 0;
        ref byte first = ref MemoryMarshal.GetReference(output);
        Vector128<ushort> upper = Vector128.Create((byte)0xC0).AsUInt16();
        for (; i <= saved - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            // No bit crosses a byte: the upper two move down by six places at most.
            Vector128<ushort> high = (Vector128.LoadUnsafe(ref first, (nuint)i).AsUInt16() & upper) >> 2;
            Vector128<ushort> middle = (Vector128.LoadUnsafe(ref first, (nuint)(saved + i)).AsUInt16() & upper) >> 4;
            Vector128<ushort> low = (Vector128.LoadUnsafe(ref first, (nuint)((2 * saved) + i)).AsUInt16() & upper) >> 6;
            (high | middle | low).AsByte().StoreUnsafe(ref first, (nuint)(packed + i));
        }

        for (; i < saved; i++)
            output[packed + i] = (byte)(((output[i] & 0xC0) >> 2) | ((output[saved + i] & 0xC0) >> 4) | ((output[(2 * saved) + i] & 0xC0) >> 6));
    }

    /// <summary>Six bits to a character, in place.</summary>
    private static void ToCharacters(Span<byte> output)
    {
        int i = 0;
        ref byte first = ref MemoryMarshal.GetReference(output);
        for (; i <= output.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            Vector128<byte> bits = Vector128.LoadUnsafe(ref first, (nuint)i);
            Vector128<byte> range = bits & Vector128.Create((byte)0x20);
            ((bits & Vector128.Create((byte)0x1F)) + Vector128.Create((byte)0x1F) + range + range).StoreUnsafe(ref first, (nuint)i);
        }

        for (; i < output.Length; i++) output[i] = (byte)(((output[i] & 0x1F) | 0x20 | ((output[i] & 0x20) << 1)) - 1);
    }

    private static bool IsInRange(byte character) => ((character + 1) & ~0x5F) == 0x20;

    private static int SixBits(byte character)
    {
        int next = character + 1;
        return (next & 0x1F) | ((next & 0x40) >> 1);
    }

    private static void Pack(ReadOnlySpan<byte> text, MemoryOutput output)
    {
        int saved = text.Length >>> 2;
        int packed = text.Length - saved;
        for (int i = 0; i < packed; i++)
        {
            int value = SixBits(text[i]);
            (int part, int place) = saved == 0 ? (3, 0) : (i / saved, i % saved);
            if (part < 3) value |= ((SixBits(text[packed + place]) >> (4 - (2 * part))) & 3) << 6;
            output.WriteByte((byte)value);
        }
    }

    private static void WriteExceptions(ReadOnlySpan<byte> text, MemoryOutput output)
    {
        int previous = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (IsInRange(text[i])) continue;
            for (; i - previous > byte.MaxValue; previous += byte.MaxValue)
            {
                output.WriteByte(byte.MaxValue);
                output.WriteByte(text[previous + byte.MaxValue]);
            }

            output.WriteByte((byte)(i - previous));
            output.WriteByte(text[i]);
            previous = i;
        }
    }
}

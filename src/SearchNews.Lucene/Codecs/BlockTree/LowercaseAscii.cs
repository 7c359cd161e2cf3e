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
    /// <summary>Most bytes that <paramref name="packed"/> bytes of a file can unpack to.</summary>
    public static long MaxUnpackedLength(long packed) => (packed * 4 / 3) + 3;

    /// <summary>Fills <paramref name="output"/>.</summary>
    /// <exception cref="CorruptIndexException">An exception lies behind the end.</exception>
    public static void Decompress(IndexInput input, Span<byte> output)
    {
        int saved = output.Length >>> 2;
        int packed = output.Length - saved;
        input.ReadBytes(output[..packed]);
        for (int i = 0; i < saved; i++)
            output[packed + i] = (byte)(((output[i] & 0xC0) >> 2) | ((output[saved + i] & 0xC0) >> 4) | ((output[(2 * saved) + i] & 0xC0) >> 6));
        foreach (ref byte b in output) b = (byte)(((b & 0x1F) | 0x20 | ((b & 0x20) << 1)) - 1);

        int exceptions = input.ReadVInt("number of exceptions from lower-case ASCII", output.Length);
        int at = 0;
        for (int i = 0; i < exceptions; i++)
        {
            at += input.ReadByte();
            if (at >= output.Length) throw new CorruptIndexException($"exception at {at} of {output.Length} lower-case ASCII bytes", input.Name, input.Position - 1);
            output[at] = input.ReadByte();
        }
    }
}

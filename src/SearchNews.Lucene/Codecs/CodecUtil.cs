using System.Text;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Codecs;

/// <summary>
/// Headers and footers that frame every index file.
/// <code>
/// Header      = i32 0x3FD76C17, str codecName, i32 version
/// IndexHeader = Header, byte[16] id, u8 suffixLength, suffix (ASCII)
/// Footer      = i32 0xC02893E8, i32 0 (algorithm), i64 CRC-32 of all bytes before this field
/// </code>
/// </summary>
internal static class CodecUtil
{
    /// <summary>First four bytes of every file.</summary>
    public const int Magic = 0x3FD76C17;

    /// <summary>First four bytes of the footer.</summary>
    public const int FooterMagic = ~Magic;

    /// <summary>Length of the footer in bytes.</summary>
    public const int FooterLength = 16;

    /// <summary>Length in bytes of the id that all files of a segment share.</summary>
    public const int IdLength = 16;

    public static void WriteHeader(DataOutput output, string codec, int version)
    {
        output.WriteInt32(Magic);
        output.WriteString(codec);
        output.WriteInt32(version);
    }

    public static void WriteIndexHeader(DataOutput output, string codec, int version, ReadOnlySpan<byte> id, string suffix)
    {
        WriteHeader(output, codec, version);
        output.WriteBytes(id);
        byte[] ascii = Encoding.ASCII.GetBytes(suffix);
        output.WriteByte((byte)ascii.Length);
        output.WriteBytes(ascii);
    }

    /// <summary>Bytes an index header takes.</summary>
    public static int IndexHeaderLength(string codec, string suffix) => 9 + codec.Length + IdLength + 1 + suffix.Length;

    public static void WriteFooter(IndexOutput output)
    {
        output.WriteInt32(FooterMagic);
        output.WriteInt32(0);
        output.WriteInt64(output.Checksum);
    }

    /// <summary>Reads a header and returns its version.</summary>
    /// <exception cref="CorruptIndexException">Other magic or codec name.</exception>
    /// <exception cref="IndexFormatTooOldException">The version is below <paramref name="minVersion"/>.</exception>
    /// <exception cref="IndexFormatTooNewException">The version is above <paramref name="maxVersion"/>.</exception>
    public static int CheckHeader(IndexInput input, string codec, int minVersion, int maxVersion)
    {
        long at = input.Position;
        int magic = input.ReadInt32();
        if (magic != Magic) throw new CorruptIndexException($"codec header expected {Magic:X8}, got {magic:X8}", input.Name, at);
        string actual = input.ReadString();
        if (actual != codec) throw new CorruptIndexException($"codec expected '{codec}', got '{actual}'", input.Name, at);
        int version = input.ReadInt32();
        if (version < minVersion) throw new IndexFormatTooOldException(input.Name, codec, version, minVersion, maxVersion);
        if (version > maxVersion) throw new IndexFormatTooNewException(input.Name, codec, version, minVersion, maxVersion);
        return version;
    }

    /// <summary>Reads an index header, compares id and suffix, and returns the version.</summary>
    public static int CheckIndexHeader(IndexInput input, string codec, int minVersion, int maxVersion, ReadOnlySpan<byte> id, string suffix)
    {
        int version = CheckHeader(input, codec, minVersion, maxVersion);
        long at = input.Position;
        ReadOnlySpan<byte> actual = input.ReadSpan(IdLength);
        if (!actual.SequenceEqual(id))
            throw new CorruptIndexException($"segment id expected {Convert.ToHexString(id)}, got {Convert.ToHexString(actual)}: the file belongs to another segment", input.Name, at);
        CheckSuffix(input, suffix);
        return version;
    }

    /// <summary>Reads the suffix of an index header and compares it.</summary>
    public static void CheckSuffix(IndexInput input, string suffix)
    {
        long at = input.Position;
        string actual = Encoding.ASCII.GetString(input.ReadSpan(input.ReadByte()));
        if (actual != suffix) throw new CorruptIndexException($"suffix expected '{suffix}', got '{actual}'", input.Name, at);
    }

    /// <summary>Bytes at the end that the CRC does not cover: the CRC itself.</summary>
    public const int ChecksumLength = 8;

    /// <summary>Checks the footer and the CRC-32 of the whole file; the position is 0 afterwards.</summary>
    public static void VerifyChecksum(IndexInput input) => VerifyChecksum(input, Crc32.Compute(input.Span[..(int)Math.Max(0, input.Length - ChecksumLength)]));

    /// <summary>The same when the CRC-32 of all bytes but the last <see cref="ChecksumLength"/> is known already.</summary>
    public static void VerifyChecksum(IndexInput input, uint actual)
    {
        long expected = CheckFooter(input);
        if (actual != expected)
            throw new CorruptIndexException($"checksum failed: the footer says {expected:X8}, the bytes give {actual:X8}", input.Name, input.Length - ChecksumLength);
        input.Position = 0;
    }

    /// <summary>Checks the form of the footer and returns the CRC it holds; the position is 0 afterwards.</summary>
    public static long CheckFooter(IndexInput input)
    {
        if (input.Length < FooterLength)
            throw new CorruptIndexException($"the file has {input.Length} bytes, too few for a footer: it is truncated", input.Name, 0);
        long at = input.Length - FooterLength;
        input.Position = at;
        int magic = input.ReadInt32();
        if (magic != FooterMagic)
            throw new CorruptIndexException($"codec footer expected {FooterMagic:X8}, got {magic:X8}: the file is truncated or not an index file", input.Name, at);
        int algorithm = input.ReadInt32();
        if (algorithm != 0) throw new CorruptIndexException($"unknown checksum algorithm {algorithm}", input.Name, at + 4);
        long crc = input.ReadInt64();
        if ((crc & ~0xFFFFFFFFL) != 0) throw new CorruptIndexException($"checksum {crc:X16} is wider than 32 bits", input.Name, at + 8);
        input.Position = 0;
        return crc;
    }

    /// <summary>After parsing: the position must be where the footer begins, or there is data nobody understands.</summary>
    public static void CheckAtFooter(IndexInput input)
    {
        if (input.Remaining != FooterLength)
            throw new CorruptIndexException($"expected the footer at {input.Length - FooterLength}, parsing ended here", input.Name, input.Position);
    }
}

using System.Buffers.Binary;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Testing;

/// <summary>Damaged copies of index files, and what a reader may do about them: a typed error, never a crash, a hang or an untyped exception.</summary>
public static class Damage
{
    private const int CrcLength = 8;

    /// <summary>All bytes of a file.</summary>
    public static byte[] BytesOf(IndexDirectory directory, string name)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return directory.OpenInput(name).Span.ToArray();
    }

    /// <summary>A copy of all files, one of them replaced, or left out when <paramref name="bytes"/> is null.</summary>
    public static MemoryDirectory Replace(IndexDirectory directory, string name, byte[]? bytes)
    {
        ArgumentNullException.ThrowIfNull(directory);
        MemoryDirectory copy = new();
        foreach (string file in directory.ListAll())
        {
            byte[]? content = file == name ? bytes : BytesOf(directory, file);
            if (content is null)
                continue;
            using IndexOutput output = copy.CreateOutput(file);
            output.WriteBytes(content);
        }

        return copy;
    }

    /// <summary>The file cut to each shorter length.</summary>
    public static IEnumerable<byte[]> Truncations(byte[] bytes) => Enumerable.Range(0, bytes.Length).Select(length => bytes[..length]);

    /// <summary>The file with one byte changed, for each byte; the change is drawn.</summary>
    public static IEnumerable<byte[]> Flips(Random random, byte[] bytes) => Enumerable.Range(0, bytes.Length).Select(at => Flip(bytes, at, 1 + random.Next(255)));

    /// <summary>
    /// The file with one byte before the footer changed to something drawn, 0, 0x7F or 0xFF, and the checksum made right again: what a
    /// hostile or broken writer would leave, and what the parser behind the checksum must withstand.
    /// </summary>
    public static IEnumerable<byte[]> SealedFlips(Random random, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(random);
        for (int at = 0; at < bytes.Length - CrcLength - 8; at++)
        {
            foreach (int value in new[] { random.Next(256), 0, 0x7F, 0xFF })
            {
                if (bytes[at] != value)
                    yield return Seal(Flip(bytes, at, bytes[at] ^ value));
            }
        }
    }

    /// <summary>Makes the checksum at the end of the file right, in place.</summary>
    public static byte[] Seal(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(bytes.Length - CrcLength), Crc32.Compute(bytes.AsSpan(0, bytes.Length - CrcLength)));
        return bytes;
    }

    private static byte[] Flip(byte[] bytes, int at, int mask)
    {
        byte[] copy = [.. bytes];
        copy[at] ^= (byte)mask;
        return copy;
    }
}

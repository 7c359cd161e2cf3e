using System.Text;

namespace SearchNews.Testing;

/// <summary>Random test data by name. Every method draws from the source it is given, so one seed repeats it all.</summary>
public static class Some
{
    // Letters that analysis, escaping and UTF-8/UTF-16 conversion treat differently; surrogate pairs are made separately.
    private const string Letters = "abcxyzABCXYZ0189 _-.,'\"<>&#+\t\r\n\u00e4\u00df\u0130\u0131\u03a3\u03c2\u2019\u2026\u00a0\u200b\ufb01\u0301\u0e01\u3042\u65e5\uac00\uffff";

    /// <summary>A word of lower-case ASCII letters; both lengths inclusive.</summary>
    public static string Word(Random random, int minLength = 1, int maxLength = 10)
    {
        ArgumentNullException.ThrowIfNull(random);
        return string.Create(random.Next(minLength, maxLength + 1), random, static (span, r) =>
        {
            foreach (ref char c in span)
                c = (char)('a' + r.Next(26));
        });
    }

    /// <summary>Well-formed text of 0 to <paramref name="maxLength"/> UTF-16 units: ASCII, accents, several scripts, white space, emoji; no lone surrogates.</summary>
    public static string Text(Random random, int maxLength)
    {
        ArgumentNullException.ThrowIfNull(random);
        int length = random.Next(maxLength + 1);
        StringBuilder text = new(length);
        while (text.Length < length)
        {
            if (length - text.Length >= 2 && random.Next(12) == 0)
                text.Append(char.ConvertFromUtf32(random.Next(2) == 0 ? random.Next(0x1F300, 0x1F700) : random.Next(0x10000, 0x110000)));
            else
                text.Append(Letters[random.Next(Letters.Length)]);
        }

        return text.ToString();
    }

    /// <summary>Exactly <paramref name="length"/> random bytes.</summary>
    public static byte[] Bytes(Random random, int length)
    {
        ArgumentNullException.ThrowIfNull(random);
        byte[] bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Bytes a compressor likes: stretches of a few random bytes, repeats of earlier stretches, and runs of one byte.</summary>
    public static byte[] CompressibleBytes(Random random, int length)
    {
        ArgumentNullException.ThrowIfNull(random);
        byte[] bytes = new byte[length];
        for (int at = 0; at < length;)
        {
            Span<byte> rest = bytes.AsSpan(at, Math.Min(random.Next(1, 80), length - at));
            int kind = random.Next(3);
            if (kind == 0)
                random.NextBytes(rest);
            else if (kind == 1)
                rest.Fill((byte)random.Next(256));
            else
                CopyFromBefore(bytes, at, rest, at == 0 ? 0 : random.Next(at));
            at += rest.Length;
        }

        return bytes;
    }

    /// <summary><paramref name="count"/> different documents below <paramref name="maxDoc"/>, ascending.</summary>
    public static int[] SortedDocs(Random random, int maxDoc, int count)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, maxDoc);

        // Selection sampling (Knuth, TAOCP 2, 3.4.2, Algorithm S): every subset is equally likely.
        int[] docs = new int[count];
        int taken = 0;
        for (int doc = 0; taken < count; doc++)
        {
            if (random.Next(maxDoc - doc) < count - taken)
                docs[taken++] = doc;
        }

        return docs;
    }

    /// <summary>Numbers from 0 up; how many bits one needs is drawn from 0 to <paramref name="maxBits"/> (63 at most), so small ones are common.</summary>
    public static long[] Longs(Random random, int count, int maxBits)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxBits, 63);
        long[] values = new long[count];
        for (int i = 0; i < count; i++)
            values[i] = random.NextInt64() >> (63 - random.Next(maxBits + 1));
        return values;
    }

    /// <summary>One of the given values.</summary>
    public static T Of<T>(Random random, params ReadOnlySpan<T> values)
    {
        ArgumentNullException.ThrowIfNull(random);
        return values[random.Next(values.Length)];
    }

    private static void CopyFromBefore(byte[] bytes, int at, Span<byte> rest, int from)
    {
        // Byte by byte, since a repeat may overlap itself, which is what decoders get wrong.
        for (int i = 0; i < rest.Length; i++)
            rest[i] = at == 0 ? (byte)0 : bytes[from + i];
    }
}

using System.Globalization;
using System.Text;

namespace SearchNews.Testing;

/// <summary>The forms of the oracle's dumps, for building the same text on our side.</summary>
public static class DumpText
{
    /// <summary>Bytes 21 to 7e (hex) as they are, but a backslash and all others as \ and two lower-case hex digits.</summary>
    public static string Ascii(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new(bytes.Length);
        foreach (byte b in bytes)
        {
            if (b is > 0x20 and < 0x7f and not (byte)'\\')
                text.Append((char)b);
            else
                text.Append('\\').Append(b.ToString("x2", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}

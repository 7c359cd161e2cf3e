using System.Text;

namespace SearchNews.Testing;

/// <summary>The one way bytes and text are printed in dumps, as in <c>tests/oracle/src/Ascii.java</c>: plain ASCII without blanks.</summary>
internal static class Ascii
{
    private const string Hex = "0123456789abcdef";

    /// <summary>Bytes 21 to 7e (hex) as they are, but a backslash and all others as \ and two lower-case hex digits.</summary>
    public static void Append(StringBuilder text, ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
        {
            if (b is > 0x20 and < 0x7f and not (byte)'\\')
                text.Append((char)b);
            else
                text.Append('\\').Append(Hex[b >> 4]).Append(Hex[b & 15]);
        }
    }

    /// <inheritdoc cref="Append"/>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new(bytes.Length + 8);
        Append(text, bytes);
        return text.ToString();
    }

    /// <summary>The UTF-8 bytes of a string.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));
}

using System.Globalization;

namespace SearchNews.Articles.FrontMatter;

/// <summary>Text in quotes on one line: what is in them, and what it says. Stateless.</summary>
internal static class PlainQuotes
{
    /// <summary>The style of a value that begins with a double quote; none when it does not end with it, or has rare escapes.</summary>
    public static PlainStyle InDouble(ReadOnlySpan<char> value)
    {
        PlainStyle style = PlainStyle.Quoted;
        int at = 1;
        while (true)
        {
            int length = value[at..].IndexOfAny('"', '\\');
            if (length < 0)
                return PlainStyle.None;
            at += length;
            if (value[at] == '"')
                return at == value.Length - 1 ? style : PlainStyle.None;
            int escape = EscapeLength(value[at..]);
            if (escape == 0)
                return PlainStyle.None;
            style = PlainStyle.Escaped;
            at += escape;
        }
    }

    /// <summary>The style of a value that begins with a single quote; none when it does not end with it.</summary>
    public static PlainStyle InSingle(ReadOnlySpan<char> value)
    {
        PlainStyle style = PlainStyle.Quoted;
        int at = 1;
        while (true)
        {
            int length = value[at..].IndexOf('\'');
            if (length < 0)
                return PlainStyle.None;
            at += length;
            if (at == value.Length - 1)
                return style;
            if (value[at + 1] != '\'')
                return PlainStyle.None;
            style = PlainStyle.Doubled;
            at += 2;
        }
    }

    /// <summary>The text that stands for what is written between double quotes with the escapes of <see cref="InDouble"/>.</summary>
    public static string Unescape(ReadOnlySpan<char> written)
    {
        // Unescaped text is never longer.
        char[] buffer = new char[written.Length];
        int length = 0;
        while (!written.IsEmpty)
        {
            int run = written.IndexOf('\\');
            if (run < 0)
                run = written.Length;
            written[..run].CopyTo(buffer.AsSpan(length));
            length += run;
            written = written[run..];
            if (written.IsEmpty)
                break;
            buffer[length++] = written[1] switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => Unit(written),
                char itself => itself,
            };
            written = written[(written[1] == 'u' ? 6 : 2)..];
        }

        return new string(buffer, 0, length);
    }

    /// <summary>Length of the escape that begins here; 0 when it is none of those known: half of a surrogate pair is not.</summary>
    private static int EscapeLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 2)
            return 0;
        if (text[1] is '"' or '\\' or '/' or 'n' or 'r' or 't')
            return 2;
        if (text[1] != 'u' || text.Length < 6)
            return 0;
        for (int i = 2; i < 6; i++)
        {
            if (!char.IsAsciiHexDigit(text[i]))
                return 0;
        }

        return char.IsSurrogate(Unit(text)) ? 0 : 6;
    }

    /// <summary>The unit of `\uXXXX` at the start of the text.</summary>
    private static char Unit(ReadOnlySpan<char> text) =>
        (char)ushort.Parse(text.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}

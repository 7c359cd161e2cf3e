using System.Globalization;
using System.Text;

namespace SearchNews.Lucene.Search.QueryParsing;

/// <summary>Backslashes in the classic query syntax: before any character for that character itself, <c>\u0041</c> for a UTF-16 unit.</summary>
internal static class ClassicEscapes
{
    private const int HexDigits = 4;

    /// <summary>The text without its backslashes.</summary>
    /// <param name="text">Escaped text.</param>
    /// <param name="position">Where it begins in the query, for errors.</param>
    /// <exception cref="QueryParseException">A backslash at the end, or not four hexadecimal digits behind <c>\u</c>.</exception>
    public static string Remove(string text, int position)
    {
        if (!text.Contains('\\')) return text;
        var plain = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }

            if (++i == text.Length) throw new QueryParseException("A term cannot end in a backslash; write two to search one.", position + i - 1);
            if (text[i] != 'u')
            {
                plain.Append(text[i]);
                continue;
            }

            if (i + HexDigits >= text.Length || !ushort.TryParse(text.AsSpan(i + 1, HexDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit))
                throw new QueryParseException(@"\u wants four hexadecimal digits, as in \u0041; write \\u to search a backslash.", position + i - 1);
            plain.Append((char)unit);
            i += HexDigits;
        }

        return plain.ToString();
    }
}

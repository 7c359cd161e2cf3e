using System.Globalization;
using System.Text;

namespace SearchNews.Articles.Diagnostics;

/// <summary>Makes values and paths safe to print: one line, no control, no bidi override, bounded length.</summary>
internal static class DiagnosticText
{
    /// <summary>UTF-16 units of a value that a message quotes.</summary>
    public const int QuoteLength = 60;

    /// <summary>The value in double quotes, cut after <see cref="QuoteLength"/> units with `…`, escaped.</summary>
    public static string Quote(string value)
    {
        if (value.Length <= QuoteLength)
            return '"' + Escape(value) + '"';
        int cut = char.IsHighSurrogate(value[QuoteLength - 1]) ? QuoteLength - 1 : QuoteLength;
        return '"' + Escape(value[..cut]) + "…\"";
    }

    /// <summary>Control, format, line and paragraph separator characters and lone surrogates become `\uXXXX`.</summary>
    public static string Escape(string value)
    {
        int first = 0;
        while (first < value.Length && value[first] is >= ' ' and <= '~')
            first++;
        if (first == value.Length)
            return value;

        var text = new StringBuilder(value.Length + 16).Append(value, 0, first);
        for (int i = first; i < value.Length; i++)
        {
            char c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                text.Append(c).Append(value[++i]);
            else if (IsUnsafe(c))
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else
                text.Append(c);
        }

        return text.ToString();
    }

    private static bool IsUnsafe(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}

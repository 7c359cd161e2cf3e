using System.Text;

namespace SearchNews.Articles.Text;

/// <summary>Folds white space and drops characters that cannot be seen. Pure.</summary>
internal static class WhiteSpace
{
    /// <summary>True for printable ASCII with single inner blanks: what <see cref="Fold"/> leaves as it is at a glance.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text) =>
        text.IsEmpty || (!text.ContainsAnyExceptInRange(' ', '~') && text[0] != ' ' && text[^1] != ' ' && text.IndexOf("  ", StringComparison.Ordinal) < 0);

    /// <summary>
    /// Runs of white space and control characters become one blank, none at the ends; invisible characters go; lone surrogates
    /// become U+FFFD. A joiner (U+200C, U+200D) stays between two characters that can need it, as in emoji and Persian.
    /// </summary>
    public static string Fold(string text)
    {
        if (IsPlain(text))
            return text;

        var folded = new StringBuilder(text.Length);
        bool blank = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                blank = true;
                continue;
            }

            if (IsInvisible(c) || (c is '\u200C' or '\u200D' && !JoinerIsMeant(text, i)))
                continue;
            if (blank && folded.Length > 0)
                folded.Append(' ');
            blank = false;
            if (!char.IsSurrogate(c))
                folded.Append(c);
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                folded.Append(c).Append(text[++i]);
            else
                folded.Append('\uFFFD');
        }

        return folded.ToString();
    }

    /// <summary>
    /// Soft hyphen, zero-width space, word joiner, byte order mark, direction marks and overrides, deprecated format
    /// characters, interlinear marks.
    /// </summary>
    private static bool IsInvisible(char c) => c is '\u00AD' or '\u034F' or '\u061C' or '\u180E' or '\u200B' or '\u200E' or '\u200F'
        or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF' or (>= '\uFFF9' and <= '\uFFFB');

    /// <summary>Both neighbours lie beyond Latin: only other scripts and emoji join.</summary>
    private static bool JoinerIsMeant(string text, int at) =>
        at > 0 && at + 1 < text.Length && text[at - 1] > '\u036F' && text[at + 1] > '\u036F'
        && !char.IsWhiteSpace(text[at - 1]) && !char.IsWhiteSpace(text[at + 1]);
}

using System.Text;

namespace SearchNews.Articles.Text;

/// <summary>
/// Drops the inline marks of Markdown from a paragraph: images go, links leave their text, emphasis, code marks and backslash
/// escapes leave what they mark. Pure; brackets are looked ahead for a bounded distance.
/// </summary>
internal static class MarkdownInline
{
    private const string Escapable = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    /// <summary>Longest link text or address, UTF-16 units.</summary>
    private const int MaxLinkPart = 2_048;

    /// <summary>The text without marks.</summary>
    public static string Strip(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\\' && i + 1 < text.Length && Escapable.Contains(text[i + 1], StringComparison.Ordinal))
            {
                kept.Append(text[++i]);
            }
            else if (c == '!' && i + 1 < text.Length && text[i + 1] == '[' && TryLink(text, i + 1, out _, out int imageEnd))
            {
                i = imageEnd - 1;
            }
            else if (c == '[' && TryLinkedImage(text, i, out int linkedEnd))
            {
                i = linkedEnd - 1;
            }
            else if (c == '[' && TryLink(text, i, out int textEnd, out int linkEnd))
            {
                kept.Append(Strip(text, i + 1, textEnd));
                i = linkEnd - 1;
            }
            else if (c == '`' || (c is '*' or '_' && IsMark(text, i)))
            {
                // Dropped.
            }
            else
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    /// <summary>Link text has no links in it; its emphasis and code marks go.</summary>
    private static StringBuilder Strip(string text, int start, int end)
    {
        var kept = new StringBuilder(end - start);
        for (int i = start; i < end; i++)
        {
            if (text[i] != '`' && !(text[i] is '*' or '_' && IsMark(text, i)))
                kept.Append(text[i]);
        }

        return kept;
    }

    /// <summary>`[text](address)` or `[text][label]` at <paramref name="start"/>.</summary>
    private static bool TryLink(string text, int start, out int textEnd, out int linkEnd)
    {
        linkEnd = 0;
        textEnd = IndexOf(text, ']', start + 1);
        if (textEnd < 0 || textEnd + 1 >= text.Length || text[textEnd + 1] is not ('(' or '['))
            return false;
        linkEnd = IndexOf(text, text[textEnd + 1] == '(' ? ')' : ']', textEnd + 2) + 1;
        return linkEnd > 0;
    }

    /// <summary>`[![alt](image)](address)` at <paramref name="start"/>.</summary>
    private static bool TryLinkedImage(string text, int start, out int end)
    {
        end = 0;
        if (!text.AsSpan(start).StartsWith("[![") || !TryLink(text, start + 2, out _, out int imageEnd))
            return false;
        if (!text.AsSpan(imageEnd).StartsWith("]("))
            return false;
        end = IndexOf(text, ')', imageEnd + 2) + 1;
        return end > 0;
    }

    private static int IndexOf(string text, char c, int start) =>
        start >= text.Length ? -1 : text.IndexOf(c, start, Math.Min(MaxLinkPart, text.Length - start));

    /// <summary>A star or underscore that marks emphasis: not between blanks, and an underscore not within a word.</summary>
    private static bool IsMark(string text, int at)
    {
        char before = at == 0 ? ' ' : text[at - 1];
        char after = at + 1 == text.Length ? ' ' : text[at + 1];
        if (char.IsWhiteSpace(before) && char.IsWhiteSpace(after))
            return false;
        return text[at] == '*' || !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after));
    }
}

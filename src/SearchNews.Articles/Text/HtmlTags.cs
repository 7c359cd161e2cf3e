using System.Text;

namespace SearchNews.Articles.Text;

/// <summary>
/// Drops HTML tags and comments, and scripts and styles with what is in them. Only elements of HTML count, so that `a &lt; b`
/// and `List&lt;T&gt;` stay. A tag that separates words leaves a blank. Pure, linear: the look for the end of a tag stops at the next
/// `&lt;`, or the next quote of its kind when one is open, and each further tag brings one.
/// </summary>
internal static class HtmlTags
{
    /// <summary>Longest rest of a tag that was cut off, UTF-16 units; further from the end of the text it is not looked for.</summary>
    private const int MaxCutOff = 4_096;

    /// <summary>The text without tags.</summary>
    public static string Drop(string text)
    {
        var kept = new StringBuilder(text.Length);
        int at = 0;
        int unclosedFrom = text.Length;
        while (at < text.Length)
        {
            int open = text.IndexOf('<', at);
            if (open < 0)
                break;
            kept.Append(text, at, open - at);
            at = open;
            ReadOnlySpan<char> rest = text.AsSpan(open);
            if (rest.StartsWith("<!--", StringComparison.Ordinal))
            {
                // A comment that is cut off goes to the end.
                int end = rest.IndexOf("-->", StringComparison.Ordinal);
                at = end < 0 ? text.Length : open + end + 3;
                kept.Append(' ');
            }
            else if (TryTag(rest, out ReadOnlySpan<char> name, out int length))
            {
                if (!HtmlTagNames.IsInline(name))
                    kept.Append(' ');
                at += length;
                if (rest[1] != '/' && open < unclosedFrom && HasRawContent(name))
                {
                    int content = RawContentLength(text.AsSpan(at), name);
                    if (content < 0)
                        unclosedFrom = open; // Looked for to the end once; not again.
                    at += Math.Max(content, 0);
                }
            }
            else
            {
                kept.Append('<');
                at++;
            }
        }

        return kept.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Reads a tag of a known element at the start of <paramref name="text"/>.</summary>
    private static bool TryTag(ReadOnlySpan<char> text, out ReadOnlySpan<char> name, out int length)
    {
        length = 0;
        int start = text.Length > 1 && text[1] == '/' ? 2 : 1;
        int end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == ':'))
            end++;
        name = text[start..end];
        if (name.IsEmpty || !HtmlTagNames.IsKnown(name))
            return false;
        if (end < text.Length && !(text[end] is '>' or '/' || char.IsWhiteSpace(text[end])))
            return false;

        length = TagLength(text, end);
        if (length == 0 && start == 1 && IsCutOffAttribute(text[end..]))
            length = text.Length;
        return length > 0;
    }

    /// <summary>Length up to and with the closing bracket; 0 when there is none or another tag opens first.</summary>
    private static int TagLength(ReadOnlySpan<char> text, int from)
    {
        char quote = '\0';
        for (int i = from; i < text.Length; i++)
        {
            char c = text[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c == '>')
                return i + 1;
            else if (c == '<')
                return 0;
            else if (c is '"' or '\'' && text[i - 1] == '=')
                quote = c;
        }

        return 0;
    }

    /// <summary>An excerpt that was cut within a tag ends like ` href="https://exam`.</summary>
    private static bool IsCutOffAttribute(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxCutOff || text.IsEmpty || !char.IsWhiteSpace(text[0]))
            return false;
        text = text.TrimStart();
        int name = 0;
        while (name < text.Length && (char.IsAsciiLetter(text[name]) || text[name] == '-'))
            name++;
        return name > 0 && text[name..].StartsWith("=\"", StringComparison.Ordinal) && !text.Contains('>');
    }

    private static bool HasRawContent(ReadOnlySpan<char> name) =>
        name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase);

    /// <summary>Length of what stands before the closing tag; -1 when there is none.</summary>
    private static int RawContentLength(ReadOnlySpan<char> text, ReadOnlySpan<char> name) =>
        text.IndexOf(string.Concat("</", name), StringComparison.OrdinalIgnoreCase);
}

using System.Text;

namespace SearchNews.Articles.Text;

/// <summary>
/// Finds the first paragraph of a Markdown body: the first lines of prose, after headings, rules, lists, tables, code, HTML
/// comments, link definitions and images. Enough Markdown for an excerpt, not a Markdown parser. Pure, linear.
/// </summary>
internal static class FirstParagraph
{
    /// <summary>Longest raw paragraph looked at, as a multiple of the excerpt's length: markup and blanks go later.</summary>
    private const int RawFactor = 4;

    /// <summary>How far into the body the paragraph is looked for, UTF-16 units; bounds the work for megabytes of markup.</summary>
    private const int MaxScan = 65_536;

    /// <summary>The cleaned paragraph, cut at a word to <paramref name="maxLength"/> units with `…`; empty when there is none.</summary>
    public static string Find(ReadOnlySpan<char> body, int maxLength)
    {
        var paragraph = new StringBuilder();
        char fence = '\0';
        bool comment = false;
        foreach (ReadOnlySpan<char> raw in body[..Math.Min(body.Length, MaxScan)].EnumerateLines())
        {
            ReadOnlySpan<char> line = raw.Trim();
            if (fence != '\0' || comment)
            {
                // Within a code block or a comment: only its end matters.
                fence = fence != '\0' && line.StartsWith([fence, fence, fence]) ? '\0' : fence;
                comment = comment && !line.Contains("-->", StringComparison.Ordinal);
                continue;
            }

            if (paragraph.Length > 0 && IsSetextUnderline(line))
            {
                paragraph.Clear(); // The lines so far were a heading.
                continue;
            }

            if (line.StartsWith("```") || line.StartsWith("~~~"))
                fence = line[0];
            comment = line.StartsWith("<!--") && !line.Contains("-->", StringComparison.Ordinal);
            bool prose = fence == '\0' && IsProse(raw, line, continues: paragraph.Length > 0);
            if (prose)
                paragraph.Append(line.TrimStart("> ")).Append('\n');
            if ((!prose && Finish(paragraph, maxLength) is { Length: > 0 }) || paragraph.Length > RawFactor * maxLength)
                break;
            if (!prose)
                paragraph.Clear();
        }

        return Finish(paragraph, maxLength);
    }

    private static bool IsProse(ReadOnlySpan<char> raw, ReadOnlySpan<char> line, bool continues)
    {
        if (line.IsEmpty || line[0] is '#' or '|' || line.StartsWith("<!--") || IsRule(line))
            return false;
        if (continues)
            return true;
        bool code = raw.StartsWith("    ") || raw.StartsWith("\t");
        return !code && !IsListItem(line) && !(line[0] == '[' && line.Contains("]:", StringComparison.Ordinal));
    }

    private static bool IsListItem(ReadOnlySpan<char> line)
    {
        if (line[0] is '-' or '*' or '+')
            return line.Length == 1 || line[1] == ' ';
        int digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits]))
            digits++;
        return digits is > 0 and < 10 && digits + 1 < line.Length && line[digits] is '.' or ')' && line[digits + 1] == ' ';
    }

    private static bool IsSetextUnderline(ReadOnlySpan<char> line) =>
        !line.IsEmpty && (!line.ContainsAnyExcept('=') || !line.ContainsAnyExcept('-'));

    private static bool IsRule(ReadOnlySpan<char> line) =>
        line.Length >= 3 && line[0] is '-' or '*' or '_' && !line.ContainsAnyExcept(line[0], ' ');

    private static string Finish(StringBuilder paragraph, int maxLength)
    {
        if (paragraph.Length == 0)
            return "";
        string raw = paragraph.ToString(0, Math.Min(paragraph.Length, RawFactor * maxLength));
        return Cut(ArticleCleaner.Clean(MarkdownInline.Strip(raw)), maxLength);
    }

    private static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
            return text;
        int end = text.LastIndexOf(' ', maxLength - 1);
        if (end <= 0)
            end = char.IsHighSurrogate(text[maxLength - 2]) ? maxLength - 2 : maxLength - 1;
        return text[..end] + "…";
    }
}

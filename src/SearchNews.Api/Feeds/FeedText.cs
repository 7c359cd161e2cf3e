using System.Text;
using System.Xml;

namespace SearchNews.Api.Feeds;

/// <summary>Text for feeds. Source: Char in XML 1.0 (5th edition), 2.2.</summary>
internal static class FeedText
{
    /// <summary>Longest title made of an excerpt, in UTF-16 units.</summary>
    public const int MaxTitle = 80;

    private const string Ellipsis = "…";

    /// <summary>The text without what XML 1.0 has no way to write: control characters, lone surrogates, U+FFFE and U+FFFF.</summary>
    public static string Clean(string text)
    {
        int bad = FirstBad(text, 0);
        if (bad < 0) return text;
        var clean = new StringBuilder(text.Length);
        int start = 0;
        for (; bad >= 0; bad = FirstBad(text, start))
        {
            clean.Append(text, start, bad - start);
            start = bad + 1;
        }

        return clean.Append(text, start, text.Length - start).ToString();
    }

    /// <summary>Clean text without white space around it; null when nothing is left.</summary>
    public static string? CleanOrNull(string? text) => text is not null && Clean(text).Trim() is { Length: > 0 } clean ? clean : null;

    /// <summary>The beginning of a text, cut between words where there are some, with dots for the rest.</summary>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most) return text;
        int end = text.LastIndexOf(' ', most - 1);
        if (end < most / 2) end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end].TrimEnd() + Ellipsis;
    }

    private static int FirstBad(string text, int start)
    {
        for (int i = start; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) i++;
            else return i;
        }

        return -1;
    }
}

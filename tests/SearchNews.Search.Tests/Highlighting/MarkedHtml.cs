using System.Net;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Tests.Highlighting;

/// <summary>Reads highlighted HTML as a page would show it.</summary>
internal static class MarkedHtml
{
    private const string Start = "<mark>";
    private const string End = "</mark>";

    /// <summary>The text without marks and escapes, and where the marks were in it. Fails for anything that is not balanced or not escaped.</summary>
    public static (string Text, HighlightSpan[] Marks) Read(string html)
    {
        string text = "";
        var marks = new List<HighlightSpan>();
        foreach (string part in html.Split(Start).Select((part, i) => i == 0 ? part : Start + part))
        {
            if (!part.StartsWith(Start, StringComparison.Ordinal))
            {
                text += Unescape(part);
                continue;
            }

            string[] sides = part[Start.Length..].Split(End);
            sides.Length.ShouldBe(2, html);
            marks.Add(new HighlightSpan(text.Length, text.Length + Unescape(sides[0]).Length));
            text += Unescape(sides[0]) + Unescape(sides[1]);
        }

        return (text, [.. marks]);
    }

    private static string Unescape(string html)
    {
        html.ShouldNotContain('<');
        html.ShouldNotContain('>');
        html.ShouldNotContain('"');
        html.ShouldNotContain('\'');
        string text = WebUtility.HtmlDecode(html);
        text.Count(c => c == '&').ShouldBe(html.Split("&amp;").Length - 1, html);
        return text;
    }
}

using System.Net;
using SearchNews.Api.Pages.Markup;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Parts;

/// <summary>
/// Text in which matched words are marked. Takes highlighted text, HTML-escaped but for its marks, apart and writes it anew: whatever else it may hold is
/// text again.
/// </summary>
internal sealed class Marked(string highlighted) : IHtml
{
    public void WriteTo(HtmlWriter html)
    {
        int at = 0;
        while (Next(at) is { } mark)
        {
            html.Text(WebUtility.HtmlDecode(highlighted[at..mark.Start]));
            html.Markup(Highlights.MarkStart);
            html.Text(WebUtility.HtmlDecode(highlighted[(mark.Start + Highlights.MarkStart.Length)..mark.End]));
            html.Markup(Highlights.MarkEnd);
            at = mark.End + Highlights.MarkEnd.Length;
        }

        html.Text(WebUtility.HtmlDecode(highlighted[at..]));
    }

    private (int Start, int End)? Next(int from)
    {
        int start = highlighted.IndexOf(Highlights.MarkStart, from, StringComparison.Ordinal);
        if (start < 0) return null;
        int end = highlighted.IndexOf(Highlights.MarkEnd, start, StringComparison.Ordinal);
        return end < 0 ? null : (start, end);
    }
}

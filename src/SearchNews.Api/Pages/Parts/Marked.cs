using System.Net;
using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Parts;

/// <summary>
/// Text in which matched words are marked. Takes highlighted text, HTML-escaped but for its marks, apart and writes it anew: whatever else it may hold is
/// text again.
/// </summary>
internal sealed class Marked(string highlighted) : IHtml
{
    private const string Start = "<mark>";
    private const string Close = "</mark>";

    public void WriteTo(HtmlWriter html)
    {
        int at = 0;
        while (Next(at) is { } mark)
        {
            html.Text(WebUtility.HtmlDecode(highlighted[at..mark.Start]));
            html.Markup(Start);
            html.Text(WebUtility.HtmlDecode(highlighted[(mark.Start + Start.Length)..mark.End]));
            html.Markup(Close);
            at = mark.End + Close.Length;
        }

        html.Text(WebUtility.HtmlDecode(highlighted[at..]));
    }

    private (int Start, int End)? Next(int from)
    {
        int start = highlighted.IndexOf(Start, from, StringComparison.Ordinal);
        if (start < 0) return null;
        int end = highlighted.IndexOf(Close, start, StringComparison.Ordinal);
        return end < 0 ? null : (start, end);
    }
}

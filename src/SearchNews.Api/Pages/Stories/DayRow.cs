using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Stories;

/// <summary>A day in the table of days.</summary>
internal sealed record DayRow(string Day, int Count) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""
        <tr><th scope="row">{Day}</th><td class="number">{PageFormats.Count(Count)}</td></tr>

        """);
}

using SearchNews.Api.Pages.Markup;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Search;

/// <summary>A part of a score in words.</summary>
internal sealed record WhyRow(string Name, string Key, ScorePart Part) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""
        <tr><th scope="row"><span class="dot part-{Key}" aria-hidden="true"></span>{Name}</th><td class="number">{PageFormats.Score(Part.Value)}</td><td dir="auto">{Part.Why}</td></tr>

        """);
}

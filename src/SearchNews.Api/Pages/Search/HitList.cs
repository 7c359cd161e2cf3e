using SearchNews.Api.Pages.Markup;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Search;

/// <summary>The hits of a page, in order.</summary>
internal sealed class HitList(PageQuery query, SearchResponse response) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""
        <ol class="hits" start="{((long)(response.Page - 1) * response.Size) + 1}">
        {response.Hits.Select((hit, i) => new HitCard(query, hit, i + 1))}</ol>

        """);
}

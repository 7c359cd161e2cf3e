using SearchNews.Api.Pages.Markup;
using SearchNews.Api.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Search;

/// <summary>Links to the pages before and after.</summary>
internal sealed class Pager(PageQuery query, int page, bool hasNext, string path) : IHtml
{
    public Pager(PageQuery query, SearchResponse response)
        : this(query, response.Page, PageLinks.HasNext(response.Total, response.Page, response.Size, response.Hits.Count), "/")
    {
    }

    public void WriteTo(HtmlWriter html)
    {
        if (page == 1 && !hasNext) return;
        html.Write($"""
            <nav class="pager" aria-label="Pages">
            {(page > 1 ? new PageLink(query, page - 1, "prev", "← Previous", path) : null)}<span class="page-now" aria-current="page">Page {page}</span>
            {(hasNext ? new PageLink(query, page + 1, "next", "Next →", path) : null)}</nav>

            """);
    }
}

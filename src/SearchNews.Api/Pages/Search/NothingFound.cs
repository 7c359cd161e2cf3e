using SearchNews.Api.Pages.Markup;
using SearchNews.Api.Pages.Parts;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Search;

/// <summary>The empty list, with ways out: another spelling, fewer conditions, fewer words.</summary>
internal sealed class NothingFound(PageQuery query, SearchResponse response) : IHtml
{
    public void WriteTo(HtmlWriter html)
    {
        SearchLink[] waysOut = [.. WaysOut()];
        html.Write($"""
            <div class="state" id="nothing-found">
            <h2>{Heading}</h2>

            """);
        if (waysOut.Length > 0)
        {
            html.Write($"<p>You could:</p>\n<ul>\n");
            foreach (SearchLink way in waysOut) html.Write($"<li>{way}</li>\n");
            html.Write($"</ul>\n");
        }

        html.Write($"</div>\n");
    }

    private string Heading
    {
        get
        {
            if (response.Page > 1) return "There is no such page of results";
            if (query.Text("q") is { } q) return $"Nothing found for “{q}”";
            return query.Pairs.Count == 0 ? "There are no articles yet" : "No article meets all of these conditions";
        }
    }

    private IEnumerable<SearchLink> WaysOut()
    {
        if (response.Page > 1) yield return new SearchLink("", query.OnPage(1).Url("/"), "Go to the first page");
        if (response.DidYouMean is { } better) yield return new SearchLink("search for ", query.With("q", better).Url("/"), better);
        foreach ((string words, PageQuery without) in ActiveFilters.Of(query).Take(6)) yield return new SearchLink("drop the filter ", without.Url("/"), words);
        if (query.Text("q") is { } q && q.AsSpan().Trim().Contains(' ') && query.Text("match") != "any")
            yield return new SearchLink("", query.With("match", "any").Url("/"), "search for any of the words");
        if (query.Pairs.Count > 0) yield return new SearchLink("", "/", "see the latest news");
    }
}

using SearchNews.Api.Pages.Markup;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Search;

/// <summary>How much was found; announced when it changes.</summary>
internal sealed class ResultCount(PageQuery query, SearchResponse response) : IHtml
{
    public void WriteTo(HtmlWriter html)
    {
        TotalHits total = response.Total;
        string about = total.Exact ? "" : "More than ";
        html.Write($"""<strong>{about}{Found(total)}</strong>""");
        if (query.Text("q") is { } q) html.Write($""" <span>for <q dir="auto">{q}</q></span>""");
        if (response.Page > 1) html.Write($""" <span>page {response.Page}</span>""");
    }

    private static string Found(TotalHits total)
    {
        string articles = PageFormats.Count(total.Articles, "article", "articles");
        return total.Stories is not { } stories || stories == total.Articles ? articles : $"{PageFormats.Count(stories, "story", "stories")}, {articles}";
    }
}

using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Stories;

/// <summary>The empty list, with a way out.</summary>
internal sealed class NoStories(PageQuery query) : IHtml
{
    public void WriteTo(HtmlWriter html)
    {
        html.Write($"<div class=\"state\" id=\"nothing-found\"><h2>No stories here</h2>\n");
        if (query.Pairs.Count > 0) html.Write($"<p><a class=\"search-link\" href=\"/stories\">See the latest stories</a></p>\n");
        html.Write($"</div>\n");
    }
}

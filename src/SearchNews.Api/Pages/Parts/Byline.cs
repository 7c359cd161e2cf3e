using SearchNews.Api.Pages.Markup;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Parts;

/// <summary>Who published an article, when, and of what type it is when it is no plain article.</summary>
internal sealed class Byline(ArticleResponse article) : IHtml
{
    public void WriteTo(HtmlWriter html)
    {
        html.Write($"""<p class="byline">""");
        if ((article.Provider?.Name ?? article.Provider?.Domain) is { } provider) html.Write($"""<span class="provider" dir="auto">{provider}</span> """);
        if (article.PublishedDateTime is { } at) html.Write($"""<time datetime="{PageFormats.Iso(at)}" title="{PageFormats.Minute(at)}">{PageFormats.Day(at)}</time> """);
        if (article.Type is { } type && !type.Equals("article", StringComparison.OrdinalIgnoreCase)) html.Write($"""<span class="kind" dir="auto">{type}</span>""");
        html.Write($"</p>\n");
    }
}

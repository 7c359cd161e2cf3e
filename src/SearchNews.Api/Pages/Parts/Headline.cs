using SearchNews.Api.Pages.Markup;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Parts;

/// <summary>An article's title, as a link to where it can be read when it has an address of the web.</summary>
internal sealed class Headline(ArticleResponse article, IReadOnlyList<string>? highlights = null) : IHtml
{
    public void WriteTo(HtmlWriter html)
    {
        IHtml title = highlights is { Count: > 0 } ? new Marked(string.Join(" … ", highlights)) : new PlainText(TitleOf(article));
        if (WebAddress.Of(article.Url) is { } url) html.Write($"""<a class="read" href="{url}" rel="noopener noreferrer">{title}</a>""");
        else html.Write($"""<span class="read">{title}</span>""");
    }

    /// <summary>The title, or what there is in place of one.</summary>
    public static string TitleOf(ArticleResponse article) => string.IsNullOrWhiteSpace(article.Title) ? "(No title)" : article.Title;
}

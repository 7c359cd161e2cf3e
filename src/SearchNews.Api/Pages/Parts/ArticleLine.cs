using SearchNews.Api.Pages.Markup;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Parts;

/// <summary>An article in few lines, as a member of a list.</summary>
/// <param name="Article">The article.</param>
/// <param name="Note">What to say about it below, or null.</param>
internal sealed record ArticleLine(ArticleResponse Article, IHtml? Note = null) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""
        <li class="line">
        {new Thumbnail(Article)}<div>
        <p class="part-title" dir="auto">{new Headline(Article)}</p>
        {new Byline(Article)}{Note}</div>
        </li>

        """);
}

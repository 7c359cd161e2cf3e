using SearchNews.Api.Pages.Markup;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Parts;

/// <summary>A page about one article: its headline, and below it a part that a script may show within a list instead.</summary>
/// <param name="heading">What the part is.</param>
/// <param name="article">The article.</param>
/// <param name="part">The part.</param>
internal sealed class PartPage(string heading, ArticleResponse article, IHtml part) : IHtml
{
    /// <summary>The whole page.</summary>
    public static Frame Of(string heading, ArticleResponse article, IHtml part, PageQuery query) => new()
    {
        Title = $"{heading}: {Headline.TitleOf(article)}",
        Query = query,
        Body = new PartPage(heading, article, part),
    };

    public void WriteTo(HtmlWriter html) => html.Write($"""
        <div class="columns single">
        <section id="results" data-swap tabindex="-1" aria-labelledby="heading">
        <h1 id="heading">{heading}</h1>
        <div class="subject">
        {new Byline(article)}<p class="part-title" dir="auto">{new Headline(article)}</p>
        </div>
        <div id="part">
        {part}</div>
        </section>
        </div>

        """);
}

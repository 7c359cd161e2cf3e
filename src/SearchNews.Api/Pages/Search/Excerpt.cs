using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Search;

/// <summary>The passage of a hit.</summary>
internal sealed record Excerpt(IHtml Text) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""
        <p class="snippet" dir="auto">{Text}</p>

        """);
}

using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Search;

/// <summary>Said where an article is none of the results.</summary>
internal sealed class WhyNoMatch : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""
        <p class="notice notice-warning">The article does not match this search and its filters.</p>

        """);
}

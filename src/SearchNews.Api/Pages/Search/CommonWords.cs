using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Search;

/// <summary>The words that two articles have in common.</summary>
internal sealed record CommonWords(IReadOnlyList<string> Words) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""
        <p class="common">In common: <span dir="auto">{string.Join(", ", Words)}</span></p>

        """);
}

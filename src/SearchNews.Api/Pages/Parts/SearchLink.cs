using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Parts;

/// <summary>Words before a link to another search, the link, and words behind it.</summary>
internal sealed record SearchLink(string Before, string Href, string Words, string After = "") : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""{Before}<a class="search-link" href="{Href}" dir="auto">{Words}</a>{After}""");

    /// <summary>This, then another.</summary>
    public IHtml Then(IHtml next) => new Many([this, next]);
}

using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Search;

/// <summary>A link to a page of its own, which a script opens below the hit instead.</summary>
/// <param name="Kind">What it opens.</param>
/// <param name="Href">The page.</param>
/// <param name="Words">The link's text.</param>
/// <param name="Number">The hit.</param>
internal sealed record PartLink(string Kind, string Href, string Words, int Number) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""<a class="part-link" id="hit-{Number}-{Kind}" data-part="{Kind}" data-panel="hit-{Number}-panel" href="{Href}">{Words}</a> """);
}

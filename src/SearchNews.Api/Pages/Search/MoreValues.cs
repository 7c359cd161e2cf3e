using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Search;

/// <summary>The less frequent values of a field, closed at first.</summary>
internal sealed record MoreValues(string Id, string Title, IReadOnlyList<IHtml> Boxes) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""
        <details class="more" id="{Id}">
        <summary>{PageFormats.Count(Boxes.Count)} more<span class="unseen"> of {Title}</span></summary>
        <ul class="facet-values">
        {Boxes}</ul>
        </details>

        """);
}

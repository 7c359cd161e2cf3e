using SearchNews.Api.Pages.Markup;
using SearchNews.Api.Pages.Parts;

namespace SearchNews.Api.Pages.Search;

/// <summary>The filters beside the results; all of them belong to the search form.</summary>
internal sealed class FilterPanel(PageQuery query, PageFacets facets) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""
        <aside id="filters" data-swap aria-label="Filters">
        <h2 class="panel-title">Filters</h2>
        {new DateRange(query, facets["month"])}{new FacetGroup(query, "provider", "site", "Provider", facets["provider"])}{new FacetGroup(query, "topic", "topic", "Topic", facets["topic"])}{new FacetGroup(query, "type", "type", "Type", facets["type"])}{new FacetGroup(query, "category", "category", "Category", facets["category"])}<div class="facet">
        <h3>Matching</h3>
        {new Choice("match", "Match", query.Text("match"), SearchChoices.Matches)}{new Choice("group", "Show", query.Text("group"), SearchChoices.Groups)}</div>
        <noscript><button type="submit" form="{SearchBox.FormId}">Apply filters</button></noscript>
        </aside>

        """);
}

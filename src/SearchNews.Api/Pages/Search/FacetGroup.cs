using SearchNews.Api.Pages.Markup;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Search;

/// <summary>The values of a field with counts, each to be ticked: the first few, the rest to be opened.</summary>
/// <param name="query">The search.</param>
/// <param name="field">The field's name in answers.</param>
/// <param name="parameter">The parameter that filters by it.</param>
/// <param name="title">What people call it.</param>
/// <param name="values">Values and counts.</param>
internal sealed class FacetGroup(PageQuery query, string field, string parameter, string title, IReadOnlyList<FacetValue> values) : IHtml
{
    private const int First = 7;
    private const int Most = 60;

    public void WriteTo(HtmlWriter html)
    {
        string[] ticked = [.. query.All(parameter).Where(v => !v.StartsWith('-'))];
        FacetBox[] boxes =
        [
            .. values.Select(v => Box(v, ticked)).Where((box, i) => i < Most || box.Ticked),
            .. ticked.Where(t => !values.Any(v => Same(v.Value, t))).Select(t => new FacetBox(parameter, t, 0, Ticked: true)),
        ];
        if (boxes.Length == 0) return;

        // What is ticked is always seen, and stays where it was when it was seen before.
        FacetBox[] seen = [.. boxes.Where((box, i) => i < First || box.Ticked)];
        FacetBox[] rest = [.. boxes.Where((box, i) => i >= First && !box.Ticked)];
        html.Write($"""
            <fieldset class="facet" id="facet-{field}">
            <legend>{title}</legend>
            <ul class="facet-values">
            {seen}</ul>
            {(rest.Length > 0 ? new MoreValues($"more-{field}", title, rest) : null)}</fieldset>

            """);
    }

    private FacetBox Box(FacetValue value, string[] ticked)
    {
        string? typed = ticked.FirstOrDefault(t => Same(value.Value, t));
        return new FacetBox(parameter, typed ?? value.Value, value.Count, typed is not null);
    }

    private static bool Same(string value, string typed) => value.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase);
}

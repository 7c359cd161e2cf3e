using SearchNews.Api.Pages.Markup;
using SearchNews.Api.Pages.Parts;

namespace SearchNews.Api.Pages.Search;

/// <summary>One value to be ticked.</summary>
/// <param name="Parameter">The parameter that filters by it.</param>
/// <param name="Value">The value.</param>
/// <param name="Count">Hits that have it.</param>
/// <param name="Ticked">Whether it is filtered by.</param>
internal sealed record FacetBox(string Parameter, string Value, long Count, bool Ticked) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""
        <li><label class="tick"><input type="checkbox" name="{Parameter}" value="{Value}" form="{SearchBox.FormId}"{Flag.Checked.When(Ticked)}><span class="value" dir="auto">{Value}</span><span class="n">{PageFormats.Count(Count)}</span></label></li>

        """);
}

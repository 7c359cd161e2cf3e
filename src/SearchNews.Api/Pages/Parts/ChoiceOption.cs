using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Parts;

/// <summary>One value of a list.</summary>
internal sealed record ChoiceOption(string Value, string Words, bool Chosen) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""<option value="{Value}"{Flag.Selected.When(Chosen)}>{Words}</option>""");
}

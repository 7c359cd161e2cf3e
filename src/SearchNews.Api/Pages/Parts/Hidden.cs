using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Parts;

/// <summary>A value that a form sends without showing it.</summary>
internal sealed record Hidden(string Name, string Value) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""<input type="hidden" name="{Name}" value="{Value}">""");
}

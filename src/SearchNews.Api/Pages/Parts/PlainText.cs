using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Parts;

/// <summary>Text where a part is wanted.</summary>
internal sealed class PlainText(string text) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Text(text);
}

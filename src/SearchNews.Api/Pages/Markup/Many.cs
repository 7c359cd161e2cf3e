namespace SearchNews.Api.Pages.Markup;

/// <summary>Parts one after the other, where a template has one hole.</summary>
internal sealed class Many(IEnumerable<IHtml?> parts) : IHtml
{
    public void WriteTo(HtmlWriter html)
    {
        foreach (IHtml? part in parts) part?.WriteTo(html);
    }
}

using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Parts;

/// <summary>A link in the head of a page.</summary>
internal sealed record HeadLink(string Rel, string Href) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""
        <link rel="{Rel}" href="{Href}">

        """);
}

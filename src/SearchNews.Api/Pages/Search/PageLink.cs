using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Search;

/// <summary>A link to another page of the same list.</summary>
internal sealed record PageLink(PageQuery Query, int Page, string Rel, string Words, string Path) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""
        <a rel="{Rel}" href="{Query.OnPage(Page).Url(Path)}">{Words}</a>

        """);
}

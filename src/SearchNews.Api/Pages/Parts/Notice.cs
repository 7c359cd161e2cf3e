using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Parts;

/// <summary>Something to know about the answer.</summary>
/// <param name="Kind">What it is about; its class on the page.</param>
/// <param name="Body">The words.</param>
internal sealed record Notice(string Kind, IHtml Body) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""
        <p class="notice notice-{Kind}">{Body}</p>

        """);
}

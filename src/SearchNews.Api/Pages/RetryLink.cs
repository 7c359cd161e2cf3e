using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages;

/// <summary>A link to the same address again.</summary>
internal sealed class RetryLink : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"<a class=\"button\" href=\"\">Try again</a> ");
}

using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Stories;

/// <summary>Marks the article that leads a story.</summary>
internal sealed class LeaderNote : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"<p class=\"common\">Leads the story</p>\n");
}

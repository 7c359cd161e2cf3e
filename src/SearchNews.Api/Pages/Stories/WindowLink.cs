using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Stories;

/// <summary>A link to the stories of another time or in another order.</summary>
internal sealed record WindowLink(PageQuery Query, string Words, bool Current) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""<a href="{Query.Url("/stories")}"{Flag.CurrentTrue.When(Current)}>{Words}</a> """);
}

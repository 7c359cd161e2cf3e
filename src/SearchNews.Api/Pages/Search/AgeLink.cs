using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Search;

/// <summary>A link to the articles of the last day, week and so on.</summary>
internal sealed record AgeLink(PageQuery Query, string Age, string Words) : IHtml
{
    public void WriteTo(HtmlWriter html)
    {
        PageQuery other = Query.Without("from", "to", "since").With("since", Age);
        html.Write($"""<a href="{other.Url("/")}"{Flag.CurrentTrue.When(Query.Text("since") == Age)}><span class="unseen">Last </span>{Words}</a> """);
    }
}

using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Search;

/// <summary>A link to the hits of one month.</summary>
internal sealed record MonthLink(PageQuery Query, DateOnly Month, string Name, long Count) : IHtml
{
    public void WriteTo(HtmlWriter html)
    {
        PageQuery other = Query.Without("since").With("from", $"{Month:yyyy-MM-dd}").With("to", $"{Month.AddMonths(1).AddDays(-1):yyyy-MM-dd}");
        html.Write($"""<li><a href="{other.Url("/")}"><span class="value">{Name}</span><span class="n">{PageFormats.Count(Count)}</span></a></li>""");
    }
}

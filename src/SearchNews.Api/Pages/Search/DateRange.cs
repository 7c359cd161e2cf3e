using System.Globalization;
using SearchNews.Api.Pages.Markup;
using SearchNews.Api.Pages.Parts;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Search;

/// <summary>When articles were published: ages, two dates, and the months as a chart and as links.</summary>
internal sealed class DateRange(PageQuery query, IReadOnlyList<FacetValue> months) : IHtml
{
    private static readonly (string Age, string Words)[] Ages = [("24h", "Day"), ("7d", "Week"), ("30d", "Month"), ("365d", "Year")];

    /// <summary>True for a plain date, which a date field can hold.</summary>
    public static bool IsDay(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    public void WriteTo(HtmlWriter html) => html.Write($"""
        <fieldset class="facet" id="facet-date">
        <legend>Published</legend>
        <p class="ages">{Ages.Select(a => new AgeLink(query, a.Age, a.Words))}</p>
        <div class="dates">
        <label for="from">From <input id="from" type="date" name="from" form="{SearchBox.FormId}" value="{Day("from")}"></label>
        <label for="to">To <input id="to" type="date" name="to" form="{SearchBox.FormId}" value="{Day("to")}"></label>
        </div>
        {(months.Count > 1 ? new MonthChart(query, months) : null)}</fieldset>

        """);

    private string? Day(string name) => query.Text(name) is { } day && IsDay(day) ? day : null;
}

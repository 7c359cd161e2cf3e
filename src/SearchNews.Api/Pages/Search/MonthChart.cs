using System.Globalization;
using SearchNews.Api.Pages.Markup;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Search;

/// <summary>How many hits each month has, as bars on a true scale of time, and as a list of links that says the same in words.</summary>
internal sealed class MonthChart(PageQuery query, IReadOnlyList<FacetValue> months) : IHtml
{
    private const string MonthForm = "yyyy-MM";
    private const int Height = 40;
    private const int Step = 6;
    private const int MaxBars = 120;

    public void WriteTo(HtmlWriter html)
    {
        (DateOnly Month, long Count)[] counts = [.. months.Select(m => (Parse(m.Value), m.Count)).Where(m => m.Item1 is not null).Select(m => (m.Item1!.Value, m.Count)).OrderBy(m => m.Value)];
        if (counts.Length < 2) return;
        DateOnly last = counts[^1].Month;
        DateOnly first = counts.Select(c => c.Month).First(m => MonthsBetween(m, last) < MaxBars);
        counts = [.. counts.Where(c => c.Month >= first)];
        long most = counts.Max(c => c.Count);
        int width = (MonthsBetween(first, last) + 1) * Step;
        (DateOnly Month, long Count) peak = counts.MaxBy(c => c.Count);
        html.Write($"""
            <svg class="months" viewBox="0 0 {width} {Height}" preserveAspectRatio="none" role="img" aria-label="Results by month, {Name(first)} to {Name(last)}; most in {Name(peak.Month)}: {PageFormats.Count(peak.Count)}">
            {counts.Select(c => new Bar(MonthsBetween(first, c.Month) * Step, Step - 1, Math.Max(1, (double)Height * c.Count / most), Height))}</svg>
            <p class="scale" aria-hidden="true"><span>{Name(first)}</span><span>{Name(last)}</span></p>
            <details class="more" id="more-month">
            <summary>By month</summary>
            <ul class="month-links">
            {counts.Reverse().Select(c => new MonthLink(query, c.Month, Name(c.Month), c.Count))}</ul>
            </details>

            """);
    }

    private static string Name(DateOnly month) => month.ToString("MMM yyyy", CultureInfo.InvariantCulture);

    private static DateOnly? Parse(string month) => DateOnly.TryParseExact(month, MonthForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    private static int MonthsBetween(DateOnly first, DateOnly last) => ((last.Year - first.Year) * 12) + last.Month - first.Month;
}

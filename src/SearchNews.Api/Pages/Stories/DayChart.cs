using SearchNews.Api.Pages.Markup;
using SearchNews.Api.Pages.Search;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Stories;

/// <summary>How many articles of the listed stories were published on each day, as bars, and as a table that says the same in figures.</summary>
internal sealed class DayChart(IReadOnlyList<StoryResponse> stories, DateTimeOffset? from, DateTimeOffset? to) : IHtml
{
    private const int Height = 60;
    private const int Step = 10;
    private const int MaxDays = 400;

    public void WriteTo(HtmlWriter html)
    {
        if (from is not { } start || to is not { } end || end <= start) return;
        DateOnly last = DateOnly.FromDateTime(end.UtcDateTime);
        DateOnly first = Later(DateOnly.FromDateTime(start.UtcDateTime), last.AddDays(-MaxDays));
        (DateOnly Day, int Count)[] days =
        [
            .. stories.SelectMany(s => s.Articles).Select(a => a.PublishedDateTime).OfType<DateTimeOffset>()
                .Select(at => DateOnly.FromDateTime(at.UtcDateTime)).Where(d => d >= first && d <= last)
                .GroupBy(d => d).Select(g => (g.Key, g.Count())).OrderBy(d => d.Key),
        ];
        if (days.Length == 0) return;
        int most = days.Max(d => d.Count);
        int width = (last.DayNumber - first.DayNumber + 1) * Step;
        html.Write($"""
            <figure class="days">
            <figcaption>Articles of these stories by day</figcaption>
            <svg class="months" viewBox="0 0 {width} {Height}" preserveAspectRatio="none" role="img" aria-label="At most {PageFormats.Count(most, "article", "articles")} a day; the table below has them">
            {days.Select(d => new Bar((d.Day.DayNumber - first.DayNumber) * Step, Step - 2, (double)Height * d.Count / most, Height))}</svg>
            <p class="scale" aria-hidden="true"><span>{Name(first)}</span><span>{Name(last)}</span></p>
            <details class="more">
            <summary>As a table</summary>
            <table class="why-parts">
            <thead><tr><th scope="col">Day</th><th scope="col" class="number">Articles</th></tr></thead>
            <tbody>
            {days.Reverse().Select(d => new DayRow(Name(d.Day), d.Count))}</tbody>
            </table>
            </details>
            </figure>

            """);
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static string Name(DateOnly day) => PageFormats.Day(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero));
}

using SearchNews.Api.Pages.Markup;
using SearchNews.Api.Pages.Parts;
using SearchNews.Api.Pages.Search;
using SearchNews.Api.Requests;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Stories;

/// <summary>The stories of a time, told most first, with a chart of how many articles each day had.</summary>
internal sealed class StoriesPage(PageQuery query, StoriesRequest request, StoriesResponse response, DateTimeOffset? newest) : IHtml
{
    private static readonly (string Days, string Words)[] Windows = [("3d", "3 days"), ("7d", "7 days"), ("30d", "30 days"), ("365d", "1 year")];

    /// <summary>The whole page.</summary>
    public static Frame Of(PageQuery query, StoriesRequest request, StoriesResponse response, DateTimeOffset? newest) => new()
    {
        Title = query.Text("topic") is { } topic ? $"Stories on {topic}" : "Stories",
        Section = "stories",
        Canonical = query.Pairs.Count == 0 ? "/stories" : null,
        Body = new StoriesPage(query, request, response, newest),
    };

    public void WriteTo(HtmlWriter html) => html.Write($"""
        <div class="columns single">
        <section id="results" data-swap tabindex="-1" aria-labelledby="heading">
        <h1 id="heading">Stories</h1>
        <p class="lead">{Lead}</p>
        <nav class="windows" aria-label="Time and order">
        <p class="ages">{Windows.Select(w => new WindowLink(Since(w.Days), w.Words, Since(w.Days).Text("since") == query.Text("since")))}</p>
        <p class="ages">{new WindowLink(query.Without("sort"), "Most covered", request.Sort == StorySort.Coverage)}{new WindowLink(query.With("sort", "newest"), "Newest", request.Sort == StorySort.Newest)}</p>
        </nav>
        {(response.Hits.Count == 0 ? new NoStories(query) : new Many([new DayChart(response.Hits, request.Filter.From, newest), List, new Pager(query, response.Page, HasNext, "/stories")]))}</section>
        </div>

        """);

    private IHtml List => new StoryList(response.Hits, request.Filter.From, newest, ((long)(response.Page - 1) * response.Size) + 1);

    private bool HasNext => PageLinks.HasNext(response.Total, response.Page, response.Size, response.Hits.Count);

    private string Lead
    {
        get
        {
            string stories = PageFormats.Count(response.Total.Stories ?? response.Hits.Count, "story", "stories");
            string since = request.Filter.From is { } from ? $" since {PageFormats.Day(from)}" : "";
            string latest = newest is { } last ? $"; the newest article is of {PageFormats.Day(last)}" : "";
            return stories + since + latest + ".";
        }
    }

    /// <summary>Counted back from the newest article, so that an archive has its last days too; the default has no parameter.</summary>
    private PageQuery Since(string days)
    {
        int count = int.Parse(days.AsSpan()[..^1], System.Globalization.CultureInfo.InvariantCulture);
        if (count == StoriesPageEndpoint.DefaultDays) return query.Without("since");
        return query.With("since", newest is { } last ? PageFormats.IsoDay(last.AddDays(-count)) : days);
    }
}

using SearchNews.Api.Pages.Markup;
using SearchNews.Api.Pages.Parts;
using SearchNews.Search.Ranking;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Search;

/// <summary>What was found, and the filters beside it.</summary>
/// <param name="query">What was asked.</param>
/// <param name="shown">What is answered: the same, or its last word as the beginning of one.</param>
/// <param name="response">The answer.</param>
/// <param name="facets">The filters.</param>
/// <param name="profiles">The owner's profiles.</param>
internal sealed class SearchPage(PageQuery query, PageQuery shown, SearchResponse response, PageFacets facets, IReadOnlyList<RankingProfile> profiles) : IHtml
{
    /// <summary>The whole page.</summary>
    public static Frame Of(PageQuery query, PageQuery shown, SearchResponse response, PageFacets facets, IReadOnlyList<RankingProfile> profiles) => new()
    {
        Title = TitleOf(query, response.Page),
        Section = "search",
        Query = query,
        Canonical = query.Pairs.Count == 0 ? "/" : null,
        HasFeeds = true,
        Body = new SearchPage(query, shown, response, facets, profiles),
    };

    public void WriteTo(HtmlWriter html) => html.Write($"""
        <div class="columns">
        <section id="results" data-swap tabindex="-1" aria-label="Results">
        <h1 class="unseen">{(query.Text("q") is { } q ? $"Results for {q}" : "Latest news")}</h1>
        <div class="toolbar">
        <p class="count" id="count">{new ResultCount(query, response)}</p>
        <div class="choices">
        {new Choice("sort", "Sort by", query.Text("sort"), SearchChoices.Sorts(query.Text("q") is not null))}{new Choice("profile", "Ranking", query.Text("profile"), SearchChoices.Profiles(profiles, query.Text("profile")))}<noscript><button type="submit" form="{SearchBox.FormId}">Apply</button></noscript>
        <a class="jump" href="#filters">Filters</a>
        </div>
        </div>
        {new ActiveFilters(query)}{new Notices(query, shown, response)}{Hits}</section>
        {new FilterPanel(query, facets)}</div>

        """);

    private IHtml Hits => response.Hits.Count == 0 ? new NothingFound(query, response) : new Many([new HitList(shown, response), new Pager(query, response), new FeedLinks(shown, InHead: false)]);

    private static string TitleOf(PageQuery query, int page)
    {
        string title = query.Text("q") ?? (query.Pairs.Count == 0 ? "Latest news" : "Filtered news");
        return page == 1 ? title : $"{title}, page {page}";
    }
}

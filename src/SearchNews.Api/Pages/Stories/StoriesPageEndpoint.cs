using SearchNews.Api.Caching;
using SearchNews.Api.Observability;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Requests;
using SearchNews.Search;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Stories;

/// <summary><c>GET /stories</c>: what is being covered. Takes the parameters of <c>/v1/stories</c>.</summary>
internal static class StoriesPageEndpoint
{
    /// <summary>How far back the page looks when nothing is said: so many days before the newest article, which may be long ago in an archive.</summary>
    public const int DefaultDays = 7;

    public static void MapStoriesPage(this IEndpointRouteBuilder routes) => routes.MapRead("/stories", ShowAsync).Cached(dependsOnClock: true).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(HttpContext context, ISearchBackend backend, TimeProvider clock, CancellationToken cancellationToken)
    {
        var query = new PageQuery(QueryPairs.Read(context.Request));
        StoriesRequest request = SearchParameters.ParseStories(query.Pairs, clock.GetUtcNow());
        DateTimeOffset? newest = await NewestAsync(backend, cancellationToken);
        if (request.Filter.From is null && newest is { } last) request = request with { Filter = request.Filter with { From = last.AddDays(-DefaultDays) } };
        StoriesResponse response = await backend.ListStoriesAsync(request, cancellationToken);
        ServerTiming.Add(context.Response, "search", response.Meta.Took);
        return new PageResult(StoriesPage.Of(query, request, response, newest), value: response);
    }

    /// <summary>When the newest article was published that is not of the future; null without articles that have a date.</summary>
    private static async ValueTask<DateTimeOffset?> NewestAsync(ISearchBackend backend, CancellationToken cancellationToken)
    {
        SearchResponse newest = await backend.SearchAsync(new SearchRequest { Size = 1, Sort = SortOrder.Newest, Group = HitGrouping.None, Highlight = HighlightMode.None }, cancellationToken);
        return newest.Hits.Count == 0 ? null : newest.Hits[0].PublishedDateTime;
    }
}

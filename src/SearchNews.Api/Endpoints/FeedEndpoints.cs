using SearchNews.Api.Caching;
using SearchNews.Api.Feeds;
using SearchNews.Api.Observability;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Problems;
using SearchNews.Api.Requests;
using SearchNews.Search;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Endpoints;

/// <summary><c>GET /v1/search.rss</c>, <c>.atom</c> and <c>.json</c>: any search as a feed.</summary>
internal static class FeedEndpoints
{
    // Of the deadline, as for a search.
    private const double SearchShare = 0.75;

    public static void MapFeeds(this IEndpointRouteBuilder routes, ApiOptions options)
    {
        routes.MapFeed(FeedFormat.Rss, options).Described("searchRss", "feeds", "Any search as RSS 2.0.").Produces<string>(StatusCodes.Status200OK, FeedFormat.Rss.MediaType);
        routes.MapFeed(FeedFormat.Atom, options).Described("searchAtom", "feeds", "Any search as Atom (RFC 4287).").Produces<string>(StatusCodes.Status200OK, FeedFormat.Atom.MediaType);
        routes.MapFeed(FeedFormat.Json, options).Described("searchJsonFeed", "feeds", "Any search as JSON Feed 1.1.").Produces<JsonFeed>(StatusCodes.Status200OK, FeedFormat.Json.MediaType);
    }

    private static RouteHandlerBuilder MapFeed(this IEndpointRouteBuilder routes, FeedFormat format, ApiOptions options) =>
        routes.MapRead("/search" + format.Extension, (HttpContext context, ISearchBackend backend, SearchObserver observer, TimeProvider clock, CancellationToken cancellationToken) =>
                AnswerAsync(format, context, backend, observer, options, clock, cancellationToken))
            .WithMetadata(new AnswerTypes(format.Accepted), new AbsoluteAddresses())
            .TakesQuery(QueryParameters.Feed.With(options.Profiles))
            .ProducesProblems(ProblemKind.CursorExpired)
            .Cached(FeedQuery.DependsOnClock);

    private static async Task<IResult> AnswerAsync(
        FeedFormat format, HttpContext context, ISearchBackend backend, SearchObserver observer, ApiOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        IReadOnlyList<KeyValuePair<string, string>> pairs = QueryPairs.Read(context.Request);
        SearchRequest request = FeedQuery.Of(SearchParameters.Parse(pairs, clock.GetUtcNow(), options.Profiles)) with { TimeBudget = options.Deadline * SearchShare };
        SearchResponse response = PageLinks.Fill(await observer.SearchAsync(context, backend, request, cancellationToken), context.Request, pairs);
        ServerTiming.Add(context.Response, "search", response.Meta.Took);
        InfoResponse info = await backend.GetInfoAsync(cancellationToken);
        var builder = new FeedBuilder(RequestBase.Of(context.Request), request.Group, info.BuiltAt ?? response.Meta.Now);
        return new FeedResult(builder.Build(response, context.Request.PathBase.ToUriComponent() + context.Request.Path.ToUriComponent(), pairs), format, response);
    }
}

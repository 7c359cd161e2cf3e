using Microsoft.AspNetCore.Http.HttpResults;
using SearchNews.Api.Caching;
using SearchNews.Api.Observability;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Problems;
using SearchNews.Api.Requests;
using SearchNews.Search;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Endpoints;

/// <summary><c>GET /v1/search</c></summary>
internal sealed class SearchEndpoint(ISearchBackend backend, SearchObserver observer, ApiOptions options, TimeProvider clock)
{
    // Of the deadline: the rest is for reading and writing what was found in time.
    private const double SearchShare = 0.75;

    /// <summary>Maps it. What it needs is looked up here: with each request that would cost a scope of services, which nothing else on its way asks for.</summary>
    public static void Map(IEndpointRouteBuilder routes, ApiOptions options) => routes.MapRead("/search", ActivatorUtilities.CreateInstance<SearchEndpoint>(routes.ServiceProvider).SearchAsync)
        .Described("search", "search", "Ranked search; without a query, every article that passes the filters.")
        .TakesQuery(QueryParameters.Search.With(options.Profiles))
        .ProducesProblems(ProblemKind.CursorExpired)
        .Cached(dependsOnClock: true);

    private async Task<Ok<SearchResponse>> SearchAsync(HttpContext context, CancellationToken cancellationToken)
    {
        IReadOnlyList<KeyValuePair<string, string>> pairs = QueryPairs.Read(context.Request);
        SearchRequest request = SearchParameters.Parse(pairs, clock.GetUtcNow(), options.Profiles) with { TimeBudget = options.Deadline * SearchShare };
        SearchResponse response = await observer.SearchAsync(context, backend, request, cancellationToken);
        ServerTiming.Add(context.Response, "search", response.Meta.Took);
        return TypedResults.Ok(PageLinks.Fill(response.Only(request.Fields), context.Request, pairs));
    }
}

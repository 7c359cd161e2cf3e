using Microsoft.AspNetCore.Http.HttpResults;
using SearchNews.Api.Caching;
using SearchNews.Api.Observability;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Requests;
using SearchNews.Search;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Endpoints;

/// <summary><c>GET /v1/facets/{field}</c></summary>
internal static class FacetEndpoint
{
    public static void MapFacets(this IEndpointRouteBuilder routes) => routes.MapRead("/facets/{field}", CountAsync)
        .Described("facets", "search", "All values of provider, topic, type, category or month, with how many hits have each.")
        .TakesFacetField()
        .TakesQuery(QueryParameters.Facets)
        .Cached(dependsOnClock: true);

    private static async Task<Ok<FacetResponse>> CountAsync(string field, HttpContext context, ISearchBackend backend, TimeProvider clock, CancellationToken cancellationToken)
    {
        FacetRequest request = SearchParameters.ParseFacet(field, QueryPairs.Read(context.Request), clock.GetUtcNow());
        FacetResponse response = await backend.CountFacetAsync(request, cancellationToken);
        ServerTiming.Add(context.Response, "search", response.Meta.Took);
        return TypedResults.Ok(response);
    }
}

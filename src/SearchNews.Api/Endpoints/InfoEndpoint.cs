using Microsoft.AspNetCore.Http.HttpResults;
using SearchNews.Api.Caching;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Requests;
using SearchNews.Search;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Endpoints;

/// <summary><c>GET /v1/info</c></summary>
internal static class InfoEndpoint
{
    public static void MapInfo(this IEndpointRouteBuilder routes) => routes.MapRead("/info", GetAsync)
        .Described("info", "service", "What is being served: version, generation, number of articles.")
        .Cached(dependsOnClock: false);

    private static async Task<Ok<InfoResponse>> GetAsync(HttpContext context, ISearchBackend backend, CancellationToken cancellationToken)
    {
        QueryPairs.RefuseAny(context.Request);
        return TypedResults.Ok(await backend.GetInfoAsync(cancellationToken));
    }
}

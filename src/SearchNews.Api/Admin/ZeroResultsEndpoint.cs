using SearchNews.Api.Observability;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Requests;

namespace SearchNews.Api.Admin;

/// <summary><c>GET /v1/admin/zero-results</c></summary>
internal static class ZeroResultsEndpoint
{
    public static void MapZeroResults(this IEndpointRouteBuilder routes) => routes.MapRead("/zero-results", Get)
        .Described("zeroResults", "admin", "The queries that most often found nothing since the service was started.")
        .Produces<ZeroResultsResponse>();

    private static IResult Get(HttpContext context, ZeroResultQueries queries, RequestMetrics requests)
    {
        QueryPairs.RefuseAny(context.Request);
        return TypedResults.Ok(new ZeroResultsResponse(requests.WithoutResult, queries.List()));
    }
}

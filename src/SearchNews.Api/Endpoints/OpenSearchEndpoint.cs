using SearchNews.Api.OpenApi;
using SearchNews.Api.OpenSearch;

namespace SearchNews.Api.Endpoints;

/// <summary><c>GET /opensearch.xml</c></summary>
internal static class OpenSearchEndpoint
{
    public static void MapOpenSearch(this IEndpointRouteBuilder routes) => routes.MapRead("/opensearch.xml", Get)
        .Described("openSearch", "service", "How browsers and feed readers search here: an OpenSearch 1.1 description.")
        .Produces<string>(StatusCodes.Status200OK, OpenSearchTypes.Description);

    private static IResult Get(HttpContext context)
    {
        context.Response.Headers.CacheControl = "public, max-age=3600";
        context.Response.Headers.Vary = "Accept-Encoding";
        return TypedResults.Text(OpenSearchDescription.Write(context.Request).Span, OpenSearchTypes.Description + "; charset=utf-8");
    }
}

using SearchNews.Api.Answers;
using SearchNews.Api.OpenApi;
using SearchNews.Api.OpenSearch;
using SearchNews.Api.Requests;

namespace SearchNews.Api.Endpoints;

/// <summary><c>GET /opensearch.xml</c></summary>
internal static class OpenSearchEndpoint
{
    private const string CacheControl = "public, max-age=3600";

    public static void MapOpenSearch(this IEndpointRouteBuilder routes) => routes.MapRead("/opensearch.xml", Get)
        .Described("openSearch", "service", "How browsers and feed readers search here: an OpenSearch 1.1 description.")
        .Produces<string>(StatusCodes.Status200OK, OpenSearchTypes.Description)
        .Produces(StatusCodes.Status304NotModified)
        .TakesNothing();

    private static IResult Get(HttpContext context) =>
        TaggedBytes.Of(context.Response, OpenSearchDescription.Write(context.Request), OpenSearchTypes.Description + "; charset=utf-8", CacheControl);
}

using SearchNews.Api.Answers;
using SearchNews.Api.Caching;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Requests;

namespace SearchNews.Api.Endpoints;

/// <summary><c>GET /openapi/v1.json</c></summary>
internal static class ApiDescriptionEndpoint
{
    public static void MapApiDescription(this IEndpointRouteBuilder routes) => routes.MapRead("/openapi/v1.json", GetAsync)
        .Described("openapi", "service", "This document.")
        .Produces<object>(StatusCodes.Status200OK, "application/json")
        .Produces(StatusCodes.Status304NotModified)
        .TakesNothing();

    private static async Task<IResult> GetAsync(HttpContext context, ApiDescription description, CancellationToken cancellationToken) =>
        TaggedBytes.Of(context.Response, await description.GetAsync(cancellationToken), "application/json; charset=utf-8", ConditionalGetFilter.CacheControl);
}

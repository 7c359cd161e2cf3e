using SearchNews.Api.OpenApi;

namespace SearchNews.Api.Endpoints;

/// <summary><c>GET /openapi/v1.json</c></summary>
internal static class ApiDescriptionEndpoint
{
    public static void MapApiDescription(this IEndpointRouteBuilder routes) => routes.MapRead("/openapi/v1.json", GetAsync)
        .Described("openapi", "service", "This document.")
        .Produces<object>(StatusCodes.Status200OK, "application/json");

    private static async Task<IResult> GetAsync(ApiDescription description, CancellationToken cancellationToken) =>
        TypedResults.Bytes(await description.GetAsync(cancellationToken), "application/json; charset=utf-8");
}

using SearchNews.Api.OpenApi;
using SearchNews.Api.Problems;
using SearchNews.Api.Requests;

namespace SearchNews.Api.Endpoints;

/// <summary><c>GET /docs</c>: the API description for people, with everything it needs from this host.</summary>
internal static class DocsEndpoint
{
    /// <summary>Scripts and styles of this host alone, nothing inline; the small pictures of Swagger UI are in its style sheet.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapDocs(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/docs", (HttpContext context) => Send(context, DocsFiles.Page))
            .Described("docs", "service", "This document for people, to read and to try.")
            .Produces<string>(StatusCodes.Status200OK, "text/html")
            .TakesNothing();
        routes.MapRead("/docs/{file}", Send).ExcludeFromDescription();
    }

    private static IResult Send(HttpContext context, string file)
    {
        if (DocsFiles.Find(file) is not { } found) return new ProblemResult(ProblemKind.UnknownRoute);
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "public, max-age=3600";
        headers.Vary = "Accept-Encoding";
        return TypedResults.Bytes(found.Bytes, found.ContentType, entityTag: found.Tag);
    }
}

using SearchNews.Api.OpenApi;
using SearchNews.Api.Problems;

namespace SearchNews.Api.Pages.Assets;

/// <summary><c>GET /assets/{version}/{name}</c>: scripts, styles and the icon of the pages.</summary>
internal static class AssetEndpoint
{
    public static void MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapRead("/assets/{version}/{name}", Get).WithMetadata(new Observability.QuietRoute()).ExcludeFromDescription();

    /// <summary>A page of another version, kept somewhere or from before an update, gets what there is now, but not for ever.</summary>
    private static IResult Get(string version, string name, HttpContext context)
    {
        if (AssetCatalog.Find(name) is not { } asset) return new ProblemResult(ProblemKind.UnknownRoute);
        context.Response.Headers.CacheControl = version == AssetCatalog.Version ? "public, max-age=31536000, immutable" : "no-cache";
        return asset.ToResult(context);
    }
}

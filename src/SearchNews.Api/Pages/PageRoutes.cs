using SearchNews.Api.Limits;
using SearchNews.Api.Pages.Assets;
using SearchNews.Api.Pages.Search;
using SearchNews.Api.Pages.Stories;

namespace SearchNews.Api.Pages;

/// <summary>The pages for people, under the same limits as the API that they show.</summary>
internal static class PageRoutes
{
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder pages = routes.MapGroup("").WithMetadata(new PageRoute()).WithInFlightLimit().WithDeadline();
        pages.MapSearchPage();
        pages.MapSimilarPage();
        pages.MapWhyPage();
        pages.MapStoryPage();
        pages.MapStoriesPage();
        routes.MapAssets();
    }
}

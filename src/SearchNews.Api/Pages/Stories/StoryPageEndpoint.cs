using SearchNews.Api.Caching;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Pages.Parts;
using SearchNews.Api.Problems;
using SearchNews.Api.Requests;
using SearchNews.Search;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Stories;

/// <summary><c>GET /story?id=</c>: all articles of the story of one.</summary>
internal static class StoryPageEndpoint
{
    private const string Id = "id";

    public static void MapStoryPage(this IEndpointRouteBuilder routes) => routes.MapRead("/story", ShowAsync).Cached(dependsOnClock: false).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(HttpContext context, ISearchBackend backend, CancellationToken cancellationToken)
    {
        IReadOnlyList<KeyValuePair<string, string>> pairs = QueryPairs.Read(context.Request);
        if (pairs.FirstOrDefault(p => p.Key != Id).Key is { } unknown) throw new InvalidRequestException(unknown, "is not a parameter of this page; it takes 'id'.");
        string id = new PageQuery(pairs).Text(Id) ?? throw new InvalidRequestException(Id, "is required: an article of the story.");
        if (await backend.FindStoryAsync(id, cancellationToken) is not { Articles.Count: > 0 } story) return new ProblemResult(ProblemKind.UnknownArticle);
        return new PageResult(PartPage.Of("The whole story", story.Articles[0], new StoryPart(story), PageQuery.Empty), value: story);
    }
}

using Microsoft.AspNetCore.Http.HttpResults;
using SearchNews.Api.Caching;
using SearchNews.Api.Observability;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Problems;
using SearchNews.Api.Requests;
using SearchNews.Search;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Endpoints;

/// <summary><c>GET /v1/articles/{id}/story</c> and <c>GET /v1/stories</c></summary>
internal static class StoryEndpoints
{
    public static void MapStories(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/articles/{id}/story", FindAsync)
            .Described("story", "articles", "The story of an article: all that tell of the same event, the leader first. An article that is alone is a story of one.")
            .TakesArticleId()
            .Cached(dependsOnClock: false);
        routes.MapRead("/stories", ListAsync)
            .Described("stories", "stories", "The stories that have an article which passes the filters, each whole.")
            .TakesQuery(QueryParameters.Stories)
            .Cached(dependsOnClock: true);
    }

    private static async Task<Results<Ok<StoryResponse>, UnknownArticle>> FindAsync(
        string id, HttpContext context, ISearchBackend backend, CancellationToken cancellationToken)
    {
        QueryPairs.RefuseAny(context.Request);
        string decoded = ArticleId.Decode(context, id);
        return await backend.FindStoryAsync(decoded, cancellationToken) is { } story ? TypedResults.Ok(story) : new UnknownArticle(decoded);
    }

    private static async Task<Ok<StoriesResponse>> ListAsync(HttpContext context, ISearchBackend backend, TimeProvider clock, CancellationToken cancellationToken)
    {
        IReadOnlyList<KeyValuePair<string, string>> pairs = QueryPairs.Read(context.Request);
        StoriesResponse response = await backend.ListStoriesAsync(SearchParameters.ParseStories(pairs, clock.GetUtcNow()), cancellationToken);
        ServerTiming.Add(context.Response, "search", response.Meta.Took);
        return TypedResults.Ok(PageLinks.Fill(response, context.Request, pairs));
    }
}

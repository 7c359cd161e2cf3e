using Microsoft.AspNetCore.Http.HttpResults;
using SearchNews.Api.Caching;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Problems;
using SearchNews.Api.Requests;
using SearchNews.Search;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Endpoints;

/// <summary><c>GET /v1/articles/{id}</c></summary>
internal static class ArticleEndpoint
{
    public static void MapArticle(this IEndpointRouteBuilder routes) => routes.MapRead("/articles/{id}", FindAsync)
        .Described("article", "articles", "One article as stored.")
        .TakesArticleId()
        .TakesQuery(QueryParameters.Article)
        .Cached(dependsOnClock: false);

    private static async Task<Results<Ok<ArticleResponse>, UnknownArticle>> FindAsync(
        string id, HttpContext context, ISearchBackend backend, CancellationToken cancellationToken)
    {
        FieldSelection? fields = SearchParameters.ParseArticle(QueryPairs.Read(context.Request));
        string decoded = ArticleId.Decode(context, id);
        return await backend.FindArticleAsync(decoded, cancellationToken) is { } article ? TypedResults.Ok(article.Only(fields)) : new UnknownArticle(decoded);
    }
}

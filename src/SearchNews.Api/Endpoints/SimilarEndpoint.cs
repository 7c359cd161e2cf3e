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

/// <summary><c>GET /v1/articles/{id}/similar</c></summary>
internal static class SimilarEndpoint
{
    public static void MapSimilar(this IEndpointRouteBuilder routes) => routes.MapRead("/articles/{id}/similar", FindAsync)
        .Described("similar", "articles", "Articles similar to one, most similar first, and the words that made them so.")
        .TakesArticleId()
        .TakesQuery(QueryParameters.Similar)
        .Cached(dependsOnClock: false);

    private static async Task<Results<Ok<SimilarResponse>, UnknownArticle>> FindAsync(
        string id, HttpContext context, ISearchBackend backend, CancellationToken cancellationToken)
    {
        SimilarRequest request = SearchParameters.ParseSimilar(ArticleId.Decode(context, id), QueryPairs.Read(context.Request));
        SimilarResponse? response = await backend.FindSimilarAsync(request, cancellationToken);
        if (response is null) return new UnknownArticle(request.Id);
        ServerTiming.Add(context.Response, "search", response.Meta.Took);
        return TypedResults.Ok(response);
    }
}

using Microsoft.AspNetCore.Http.HttpResults;
using SearchNews.Api.Caching;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Problems;
using SearchNews.Api.Requests;
using SearchNews.Search;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Endpoints;

/// <summary><c>GET /v1/explain</c></summary>
internal static class ExplainEndpoint
{
    public static void MapExplain(this IEndpointRouteBuilder routes, ApiOptions options) => routes.MapRead("/explain", ExplainAsync)
        .Described("explain", "search", "Why an article has its score for a query, in parts that add up to it and in plain words.")
        .TakesQuery(QueryParameters.Explain.With(options.Profiles))
        .NotCached();

    private static async Task<Results<Ok<ExplainResponse>, UnknownArticle>> ExplainAsync(
        HttpContext context, ISearchBackend backend, ApiOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        ExplainRequest request = SearchParameters.ParseExplain(QueryPairs.Read(context.Request), clock.GetUtcNow(), options.Profiles);
        if (await backend.ExplainAsync(request, cancellationToken) is { } response) return TypedResults.Ok(response);
        return new UnknownArticle(await MissingIdAsync(request, backend, cancellationToken));
    }

    /// <summary>Which of the two articles is not there.</summary>
    private static async ValueTask<string> MissingIdAsync(ExplainRequest request, ISearchBackend backend, CancellationToken cancellationToken)
    {
        bool firstExists = request.Versus is not null && await backend.FindArticleAsync(request.Id, cancellationToken) is not null;
        return firstExists ? request.Versus! : request.Id;
    }
}

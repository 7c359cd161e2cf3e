using SearchNews.Api.Caching;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Pages.Parts;
using SearchNews.Api.Problems;
using SearchNews.Api.Requests;
using SearchNews.Search;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Search;

/// <summary><c>GET /similar?id=</c>: articles similar to one.</summary>
internal static class SimilarPageEndpoint
{
    private const string Id = "id";

    public static void MapSimilarPage(this IEndpointRouteBuilder routes) => routes.MapRead("/similar", ShowAsync).Cached(dependsOnClock: false).ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(HttpContext context, ISearchBackend backend, CancellationToken cancellationToken)
    {
        var query = new PageQuery(QueryPairs.Read(context.Request));
        string id = query.Text(Id) ?? throw new InvalidRequestException(Id, "is required: the article to find similar ones of.");
        SimilarRequest request = SearchParameters.ParseSimilar(id, query.Pairs.Where(p => p.Key != Id));
        ArticleResponse? article = await backend.FindArticleAsync(id, cancellationToken);
        SimilarResponse? response = await backend.FindSimilarAsync(request, cancellationToken);
        return article is null || response is null
            ? new ProblemResult(ProblemKind.UnknownArticle)
            : new PageResult(PartPage.Of("Similar articles", article, new SimilarList(response.Hits), PageQuery.Empty), value: response);
    }
}

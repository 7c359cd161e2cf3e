using SearchNews.Api.Caching;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Pages.Parts;
using SearchNews.Api.Problems;
using SearchNews.Api.Requests;
using SearchNews.Search;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Search;

/// <summary><c>GET /why?q=&amp;id=</c>: why an article is among the results of a search. Takes the parameters of <c>/v1/explain</c>.</summary>
internal static class WhyPageEndpoint
{
    public static void MapWhyPage(this IEndpointRouteBuilder routes) => routes.MapRead("/why", ShowAsync).NotCached().ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(HttpContext context, ISearchBackend backend, ApiOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var query = new PageQuery(QueryPairs.Read(context.Request));
        ExplainRequest request = SearchParameters.ParseExplain(query.Pairs, clock.GetUtcNow(), options.Profiles);
        ArticleResponse? article = await backend.FindArticleAsync(request.Id, cancellationToken);
        ExplainResponse? response = await backend.ExplainAsync(request, cancellationToken);
        return article is null || response is null
            ? new ProblemResult(ProblemKind.UnknownArticle)
            : new PageResult(PartPage.Of("Why is this here?", article, new WhyPart(response), query.Without("id", "vs", "explain")));
    }
}

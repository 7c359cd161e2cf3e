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

/// <summary><c>POST /v1/similar</c>. Nothing of a draft is kept or logged.</summary>
internal static class DraftEndpoint
{
    public static void MapDraft(this IEndpointRouteBuilder routes) => routes.MapPost("/similar", FindAsync)
        .Described("similarToDraft", "articles", "Articles similar to a draft, and those that tell the same already.")
        .TakesOptions(QueryParameters.Draft)
        .ProducesProblems(ProblemKind.TooSlow, ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType)
        .Produces<DraftResponse>()
        .NotCached();

    private static async Task<IResult> FindAsync(HttpContext context, ISearchBackend backend, CancellationToken cancellationToken)
    {
        if (!ContentTypes.IsJsonOrNothing(context.Request)) return new ProblemResult(ProblemKind.UnsupportedMediaType, "A draft is sent as application/json in UTF-8, not compressed.");
        DraftRequest request = SearchParameters.ParseDraft(await JsonPairs.ReadWithQueryAsync(context.Request, cancellationToken));
        DraftResponse response = await backend.FindSimilarAsync(request, cancellationToken);
        ServerTiming.Add(context.Response, "search", response.Meta.Took);
        return TypedResults.Ok(response);
    }
}

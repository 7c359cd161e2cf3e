using Microsoft.AspNetCore.Http.HttpResults;
using SearchNews.Api.Observability;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Problems;
using SearchNews.Api.Requests;
using SearchNews.Search;
using SearchNews.Search.Maintenance;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Admin;

/// <summary><c>PUT</c> and <c>DELETE /v1/admin/articles/{id}</c>: an answer means that the change is on disk and searchable.</summary>
internal static class ChangeArticleEndpoints
{
    private const string Route = "/articles/{id}";

    public static void MapChangeArticles(this IEndpointRouteBuilder routes)
    {
        routes.MapPut(Route, PutAsync)
            .Described("putArticle", "admin", "Writes the article's file in the source folder and indexes it.")
            .TakesArticleId()
            .TakesMarkdown()
            .Produces<ArticleChangeResponse>()
            .Produces<ArticleChangeResponse>(StatusCodes.Status201Created)
            .ProducesProblems(ProblemKind.TooSlow, ProblemKind.IndexLocked, ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType, ProblemKind.InvalidArticle);
        routes.MapDelete(Route, Delete)
            .Described("deleteArticle", "admin", "Removes the article's file from the source folder and the article from the index.")
            .TakesArticleId()
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(ProblemKind.UnknownArticle, ProblemKind.IndexLocked);
    }

    private static async Task<IResult> PutAsync(
        string id, HttpContext context, IIndexMaintainer maintainer, ISearchBackend backend, AdminLog log, CancellationToken cancellationToken)
    {
        QueryPairs.RefuseAny(context.Request);
        if (!ContentTypes.Is(context.Request, ContentTypes.Markdown)) return new ProblemResult(ProblemKind.UnsupportedMediaType, "An article is sent as text/markdown in UTF-8, not compressed.");
        string decoded = ArticleId.Decode(context, id);
        byte[] markdown = await RequestBody.ReadAsync(context.Request, cancellationToken);
        ArticleChange change = maintainer.PutArticle(decoded, markdown, cancellationToken);
        log.Write(context, "put", decoded, change == ArticleChange.Created ? "created" : "replaced");

        // The change is made: what comes now must not be cut short by the deadline.
        InfoResponse info = await backend.GetInfoAsync(CancellationToken.None);
        var response = new ArticleChangeResponse(decoded, info.Generation, info.Commit);
        string address = $"{context.Request.PathBase}/v1/articles/{Uri.EscapeDataString(decoded)}";
        if (change == ArticleChange.Created) return TypedResults.Created(address, response);
        context.Response.Headers.Location = address;
        return TypedResults.Ok(response);
    }

    private static Results<NoContent, UnknownArticle> Delete(string id, HttpContext context, IIndexMaintainer maintainer, AdminLog log, CancellationToken cancellationToken)
    {
        QueryPairs.RefuseAny(context.Request);
        string decoded = ArticleId.Decode(context, id);
        bool deleted = maintainer.DeleteArticle(decoded, cancellationToken);
        log.Write(context, "delete", decoded, deleted ? "deleted" : "not there");
        return deleted ? TypedResults.NoContent() : new UnknownArticle(decoded);
    }
}

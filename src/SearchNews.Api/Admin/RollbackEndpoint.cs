using Microsoft.AspNetCore.Http.HttpResults;
using SearchNews.Api.Jobs;
using SearchNews.Api.Observability;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Problems;
using SearchNews.Api.Requests;
using SearchNews.Search;
using SearchNews.Search.Maintenance;

namespace SearchNews.Api.Admin;

/// <summary><c>POST /v1/admin/rollback</c></summary>
internal static class RollbackEndpoint
{
    public static void MapRollback(this IEndpointRouteBuilder routes) => routes.MapPost("/rollback", Rollback)
        .Described("rollback", "admin", "Switches back to the newest sound generation before the live one.")
        .Produces<RollbackResponse>()
        .ProducesProblems(ProblemKind.JobRunning, ProblemKind.NoEarlierGeneration, ProblemKind.IndexLocked);

    private static IResult Rollback(HttpContext context, JobRunner jobs, IIndexMaintainer maintainer, AdminLog log)
    {
        QueryPairs.RefuseAny(context.Request);
        if (jobs.Running is { } running) return new JobConflict(running);
        try
        {
            string live = maintainer.Rollback().Name;
            log.Write(context, "rollback", live, "done");
            return TypedResults.Ok(new RollbackResponse(live));
        }
        catch (BackendUnavailableException e)
        {
            log.Write(context, "rollback", null, "nothing to go back to");
            return new ProblemResult(ProblemKind.NoEarlierGeneration, e.Message);
        }
    }
}

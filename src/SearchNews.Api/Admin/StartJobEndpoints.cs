using Microsoft.AspNetCore.Http.HttpResults;
using SearchNews.Api.Jobs;
using SearchNews.Api.Observability;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Problems;
using SearchNews.Api.Requests;
using SearchNews.Search.Indexing;
using SearchNews.Search.Maintenance;
using SearchNews.Search.Requests;

namespace SearchNews.Api.Admin;

/// <summary><c>POST /v1/admin/rebuild</c> and <c>POST /v1/admin/update</c>: start a job and say where it can be watched.</summary>
internal static class StartJobEndpoints
{
    public static void MapStartJobs(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/rebuild", RebuildAsync)
            .Described("rebuild", "admin", "Starts to build a new generation from the source folder and switches to it when it is sound.")
            .TakesOptions(QueryParameters.Rebuild)
            .StartsJob();
        routes.MapPost("/update", UpdateAsync)
            .Described("update", "admin", "Starts to bring the index up to date with the source folder, touching only what changed.")
            .TakesOptions(QueryParameters.Update)
            .StartsJob();
    }

    private static RouteHandlerBuilder StartsJob(this RouteHandlerBuilder endpoint) => endpoint
        .Produces<JobResponse>(StatusCodes.Status202Accepted)
        .ProducesProblems(ProblemKind.TooSlow, ProblemKind.JobRunning, ProblemKind.TooLarge, ProblemKind.UnsupportedMediaType);

    private static async Task<IResult> RebuildAsync(HttpContext context, JobRunner jobs, IIndexMaintainer maintainer, AdminLog log, CancellationToken cancellationToken)
    {
        if (!ContentTypes.IsJsonOrNothing(context.Request)) return new ProblemResult(ProblemKind.UnsupportedMediaType, "The options go into the query string or a body of application/json.");
        BuildOptions options = MaintenanceParameters.ParseRebuild(await JsonPairs.ReadWithQueryAsync(context.Request, cancellationToken));
        return Start(context, jobs, log, "rebuild", (progress, cancel) => maintainer.Rebuild(options, progress, cancel));
    }

    private static async Task<IResult> UpdateAsync(HttpContext context, JobRunner jobs, IIndexMaintainer maintainer, AdminLog log, CancellationToken cancellationToken)
    {
        if (!ContentTypes.IsJsonOrNothing(context.Request)) return new ProblemResult(ProblemKind.UnsupportedMediaType, "The options go into the query string or a body of application/json.");
        UpdateOptions options = MaintenanceParameters.ParseUpdate(await JsonPairs.ReadWithQueryAsync(context.Request, cancellationToken));
        return Start(context, jobs, log, "update", (progress, cancel) => maintainer.Update(options, progress, cancel));
    }

    private static IResult Start(HttpContext context, JobRunner jobs, AdminLog log, string kind, JobWork work)
    {
        if (!jobs.TryStart(kind, work, out Job job))
        {
            log.Write(context, kind, job.Id, "refused, a job is running");
            return new JobConflict(job);
        }

        log.Write(context, kind, job.Id, "started");
        return TypedResults.Accepted(context.Request.PathBase + JobEndpoints.AddressOf(job.Id), job.Describe());
    }
}

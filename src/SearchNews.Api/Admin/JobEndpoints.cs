using Microsoft.AspNetCore.Http.HttpResults;
using SearchNews.Api.Jobs;
using SearchNews.Api.Observability;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Problems;
using SearchNews.Api.Requests;

namespace SearchNews.Api.Admin;

/// <summary><c>GET</c> and <c>DELETE /v1/admin/jobs/{id}</c></summary>
internal static class JobEndpoints
{
    private const string Route = "/jobs/{id}";

    /// <summary>Where a job can be watched.</summary>
    public static string AddressOf(string id) => "/v1/admin/jobs/" + id;

    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Route, Get)
            .Described("job", "admin", "How a job stands; the last ten are remembered until the service ends.")
            .WithMetadata(new QuietRoute())
            .ProducesProblems(ProblemKind.UnknownJob);
        routes.MapDelete(Route, Cancel)
            .Described("cancelJob", "admin", "Cancels a job; one that has ended stays as it is. It may take a moment until the job's state says so.")
            .ProducesProblems(ProblemKind.UnknownJob);
    }

    private static Results<Ok<JobResponse>, ProblemResult> Get(string id, HttpContext context, JobRunner jobs)
    {
        QueryPairs.RefuseAny(context.Request);
        return jobs.Find(id) is { } job ? TypedResults.Ok(job.Describe()) : new ProblemResult(ProblemKind.UnknownJob);
    }

    private static Results<Ok<JobResponse>, ProblemResult> Cancel(string id, HttpContext context, JobRunner jobs, AdminLog log)
    {
        QueryPairs.RefuseAny(context.Request);
        if (jobs.Find(id) is not { } job) return new ProblemResult(ProblemKind.UnknownJob);
        job.Cancel();
        JobResponse now = job.Describe();
        log.Write(context, "cancel", job.Id, now.State);
        return TypedResults.Ok(now);
    }
}

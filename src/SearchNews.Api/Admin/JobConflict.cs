using SearchNews.Api.Jobs;
using SearchNews.Api.Problems;

namespace SearchNews.Api.Admin;

/// <summary>The outcome when a job is in the way: names it, so that a caller can watch or cancel it.</summary>
internal sealed class JobConflict(Job running) : IResult, IStatusCodeHttpResult
{
    /// <inheritdoc/>
    public int? StatusCode => ProblemKind.JobRunning.Status;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        string detail = $"The {running.Kind} {running.Id} is running; see {JobEndpoints.AddressOf(running.Id)}.";
        return ProblemWriter.WriteAsync(httpContext, ProblemWriter.Describe(httpContext, ProblemKind.JobRunning, detail) with { Job = running.Id });
    }
}

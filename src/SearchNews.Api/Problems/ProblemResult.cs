namespace SearchNews.Api.Problems;

/// <summary>An error as the outcome of an endpoint.</summary>
internal sealed class ProblemResult(ProblemKind kind, string? detail = null) : IResult, IStatusCodeHttpResult
{
    /// <inheritdoc/>
    public int? StatusCode => kind.Status;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => ProblemWriter.WriteAsync(httpContext, kind, detail);
}

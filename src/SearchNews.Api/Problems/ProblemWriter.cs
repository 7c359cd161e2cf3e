using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SearchNews.Api.Pages;

namespace SearchNews.Api.Problems;

/// <summary>Writes errors as responses, as JSON whatever the request accepts, or as a page where a page was asked for: an error must never be empty.</summary>
internal static class ProblemWriter
{
    /// <summary>Writes an error; does nothing when the response is already on its way.</summary>
    /// <param name="context">The request.</param>
    /// <param name="kind">The kind, which decides the status.</param>
    /// <param name="detail">What went wrong this time; null for the kind's own words.</param>
    /// <param name="errors">Messages by parameter, or null.</param>
    public static Task WriteAsync(HttpContext context, ProblemKind kind, string? detail = null, IReadOnlyDictionary<string, string[]>? errors = null)
    {
        if (kind.RetryAfter is { } seconds && !context.Response.HasStarted)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return WriteAsync(context, Describe(context, kind, detail) with { Errors = errors });
    }

    /// <summary>An error of a kind, for a caller that has more to say in it.</summary>
    public static ApiProblem Describe(HttpContext context, ProblemKind kind, string? detail = null) => new()
    {
        Type = kind.Type,
        Title = kind.Title,
        Status = kind.Status,
        Detail = detail ?? kind.Meaning,
        TraceId = TraceIdOf(context),
    };

    /// <summary>Writes an error as it is; does nothing when the response is already on its way.</summary>
    public static Task WriteAsync(HttpContext context, ApiProblem problem)
    {
        HttpResponse response = context.Response;
        if (response.HasStarted) return Task.CompletedTask;
        response.StatusCode = problem.Status;
        response.Headers.CacheControl = "no-store";
        response.Headers.ETag = default;
        if (ProblemPage.IsWanted(context)) return ProblemPage.WriteAsync(context, problem);
        response.ContentType = ApiProblem.MediaType;
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(problem, ApiJson.Relaxed.ApiProblem);
        response.ContentLength = body.Length;

        // Without the request's token: past the deadline it is cancelled, and the client still waits for this.
        return response.Body.WriteAsync(body, CancellationToken.None).AsTask();
    }

    /// <summary>The W3C trace id when there is one, else the server's own id of the request.</summary>
    public static string TraceIdOf(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
}

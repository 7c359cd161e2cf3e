using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;

namespace SearchNews.Api.Problems;

/// <summary>Gives a body to bare statuses, such as those of routing.</summary>
internal static class StatusProblems
{
    /// <summary>Writes the error of a response that has a status and no body.</summary>
    public static Task WriteAsync(StatusCodeContext context) => WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode);

    /// <summary>Writes the error of a status.</summary>
    public static Task WriteAsync(HttpContext context, int status) => status switch
    {
        StatusCodes.Status400BadRequest => ProblemWriter.WriteAsync(context, ProblemKind.MalformedRequest),
        StatusCodes.Status404NotFound => ProblemWriter.WriteAsync(context, ProblemKind.UnknownRoute),
        StatusCodes.Status405MethodNotAllowed => ProblemWriter.WriteAsync(context, ProblemKind.MethodNotAllowed, $"This route answers {context.Response.Headers.Allow}."),
        StatusCodes.Status408RequestTimeout => ProblemWriter.WriteAsync(context, ProblemKind.TooSlow),
        StatusCodes.Status413PayloadTooLarge => ProblemWriter.WriteAsync(context, ProblemKind.TooLarge),
        StatusCodes.Status415UnsupportedMediaType => ProblemWriter.WriteAsync(context, ProblemKind.UnsupportedMediaType),
        StatusCodes.Status500InternalServerError => ProblemWriter.WriteAsync(context, ProblemKind.Internal),
        _ => ProblemWriter.WriteAsync(context, Untyped(context, status)),
    };

    /// <summary>The status says all there is to say. Source: RFC 9457, 4.2.1.</summary>
    private static ApiProblem Untyped(HttpContext context, int status)
    {
        string phrase = ReasonPhrases.GetReasonPhrase(status);
        return new ApiProblem { Type = "about:blank", Title = phrase, Status = status, Detail = phrase + ".", TraceId = ProblemWriter.TraceIdOf(context) };
    }
}

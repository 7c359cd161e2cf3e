using Microsoft.AspNetCore.Diagnostics;
using SearchNews.Search;

namespace SearchNews.Api.Problems;

/// <summary>Turns exceptions into errors: the one place that decides which is whose fault.</summary>
internal sealed partial class ApiExceptionHandler(ILogger<ApiExceptionHandler> logger) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        switch (exception)
        {
            case InvalidRequestException invalid:
                await ProblemWriter.WriteAsync(httpContext, ProblemKind.InvalidRequest, Describe(invalid), invalid.Errors);
                break;
            case BackendUnavailableException unavailable:
                LogUnavailable(unavailable.Message);
                await ProblemWriter.WriteAsync(httpContext, ProblemKind.Unavailable, unavailable.Message);
                break;
            case BadHttpRequestException malformed:
                await StatusProblems.WriteAsync(httpContext, malformed.StatusCode);
                break;
            default:
                LogFailure(exception, ProblemWriter.TraceIdOf(httpContext));
                await ProblemWriter.WriteAsync(httpContext, ProblemKind.Internal);
                break;
        }

        return true;
    }

    private static string Describe(InvalidRequestException exception) =>
        exception.Errors.Count == 1 ? exception.Message : $"{exception.Errors.Count} parameters are at fault; 'errors' names each.";

    [LoggerMessage(EventId = 10, Level = LogLevel.Warning, Message = "No answer: {Reason}")]
    private partial void LogUnavailable(string reason);

    [LoggerMessage(EventId = 11, Level = LogLevel.Error, Message = "A request failed, trace {TraceId}")]
    private partial void LogFailure(Exception exception, string traceId);
}

using Microsoft.AspNetCore.Diagnostics;
using SearchNews.Api.Security;
using SearchNews.Articles.Diagnostics;
using SearchNews.Search;
using SearchNews.Search.Generations;
using SearchNews.Search.Maintenance;

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
            case CursorExpiredException expired:
                await ProblemWriter.WriteAsync(httpContext, ProblemKind.CursorExpired, expired.Message);
                break;
            case BackendUnavailableException unavailable:
                LogUnavailable(unavailable.Message);
                await ProblemWriter.WriteAsync(httpContext, ProblemKind.Unavailable, unavailable.Message);
                break;
            case BadHttpRequestException malformed:
                await StatusProblems.WriteAsync(httpContext, malformed.StatusCode);
                break;
            case InvalidArticleException invalid:
                await ProblemWriter.WriteAsync(httpContext, ProblemWriter.Describe(httpContext, ProblemKind.InvalidArticle) with { Diagnostics = [.. invalid.Diagnostics.Select(Describe)] });
                break;
            case IndexLockedException locked:
                await ProblemWriter.WriteAsync(httpContext, ProblemKind.IndexLocked, locked.Message);
                break;
            case IOException or UnauthorizedAccessException when IsAdmin(httpContext):
                LogFailure(exception, ProblemWriter.TraceIdOf(httpContext));
                await ProblemWriter.WriteAsync(httpContext, ProblemKind.Storage);
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

    private static ArticleFault Describe(ArticleDiagnostic diagnostic) => new(
        diagnostic.Line, diagnostic.Column, diagnostic.Code, diagnostic.Severity.ToString().ToLowerInvariant(), diagnostic.Message);

    /// <summary>The exception handler takes the endpoint off the request and keeps it in its feature.</summary>
    private static bool IsAdmin(HttpContext context) =>
        (context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint)?.Metadata.GetMetadata<AdminRoute>() is not null;

    [LoggerMessage(EventId = 10, Level = LogLevel.Warning, Message = "No answer: {Reason}")]
    private partial void LogUnavailable(string reason);

    [LoggerMessage(EventId = 11, Level = LogLevel.Error, Message = "A request failed, trace {TraceId}")]
    private partial void LogFailure(Exception exception, string traceId);
}

using Microsoft.AspNetCore.Diagnostics;

namespace SearchNews.Api.Observability;

/// <summary>
/// One line of log, and a count, for each request: method, route, status, time. What the client typed is not in it: the route stands for the path, and only known
/// methods are named, so no request can forge a line.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, TimeProvider clock, RequestMetrics metrics, ILogger<RequestLog> logger)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"];

    public async Task InvokeAsync(HttpContext context)
    {
        long started = clock.GetTimestamp();
        metrics.Begin();
        context.Response.OnStarting(static state => ((Timing)state).Tell(), new Timing(context.Response, clock, started));
        try
        {
            await next(context);
        }
        finally
        {
            TimeSpan elapsed = clock.GetElapsedTime(started);
            var kind = new RequestKind(MethodOf(context.Request), RouteOf(context), StatusOf(context));
            metrics.End(kind, elapsed);
            LogLevel level = LevelOf(context);
            if (logger.IsEnabled(level)) LogRequest(level, kind.Method, kind.Route, kind.Status, Math.Round(elapsed.TotalMilliseconds, 1));
        }
    }

    private static LogLevel LevelOf(HttpContext context) => context switch
    {
        { RequestAborted.IsCancellationRequested: true } => LogLevel.Debug,
        { Response.StatusCode: >= 500 } => LogLevel.Warning,
        _ when context.GetEndpoint()?.Metadata.GetMetadata<QuietRoute>() is not null => LogLevel.Debug,
        _ => LogLevel.Information,
    };

    /// <summary>A client that went away saw no status; 499 is what servers call that.</summary>
    private static int StatusOf(HttpContext context) =>
        context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted ? StatusCodes.Status499ClientClosedRequest : context.Response.StatusCode;

    private static string MethodOf(HttpRequest request) => Array.Find(Methods, m => m == request.Method) ?? "OTHER";

    private static string RouteOf(HttpContext context)
    {
        // The exception handler takes the endpoint off the request and keeps it in its feature.
        Endpoint? endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        return (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
    }

    /// <summary>Tells the client how long it took until the answer begins.</summary>
    private sealed class Timing(HttpResponse response, TimeProvider clock, long started)
    {
        public Task Tell()
        {
            ServerTiming.Add(response, "total", clock.GetElapsedTime(started).TotalMilliseconds);
            return Task.CompletedTask;
        }
    }

    [LoggerMessage(EventId = 1, SkipEnabledCheck = true, Message = "{Method} {Route} {Status} in {Elapsed} ms")]
    private partial void LogRequest(LogLevel level, string method, string route, int status, double elapsed);
}

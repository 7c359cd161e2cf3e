using Microsoft.Net.Http.Headers;

namespace SearchNews.Api.Security;

/// <summary>
/// Lets pages of other origins read answers, when the owner named the origins: CORS, and <c>Cross-Origin-Resource-Policy</c> to match. Only what reads is
/// opened, never an admin route, and no credentials.
/// </summary>
internal sealed class CrossOrigin(RequestDelegate next, ApiOptions options)
{
    private const string Methods = "GET, HEAD, POST";
    private const string PreflightHeaders = "Content-Type, If-None-Match";
    private const string ReadableHeaders = "ETag, Retry-After, RateLimit, RateLimit-Policy, Server-Timing, Content-Disposition";
    private const string PreflightAge = "7200";

    /// <summary>Origins as browsers write them.</summary>
    private readonly HashSet<string> _origins = new(options.CorsOrigins, StringComparer.OrdinalIgnoreCase);
    private readonly bool _isAny = options.CorsOrigins.Contains("*", StringComparer.Ordinal);

    public Task InvokeAsync(HttpContext context)
    {
        if (_origins.Count == 0 || IsAdmin(context.Request.Path)) return next(context);
        HttpRequest request = context.Request;
        string origin = request.Headers.Origin.ToString();
        bool isAllowed = origin.Length > 0 && (_isAny || _origins.Contains(origin));
        context.Response.OnStarting(() =>
        {
            Open(context.Response.Headers, isAllowed ? origin : null);
            return Task.CompletedTask;
        });
        bool isPreflight = HttpMethods.IsOptions(request.Method) && origin.Length > 0 && request.Headers.ContainsKey(HeaderNames.AccessControlRequestMethod);
        if (!isPreflight) return next(context);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        if (isAllowed)
        {
            context.Response.Headers.AccessControlAllowMethods = Methods;
            context.Response.Headers.AccessControlAllowHeaders = PreflightHeaders;
            context.Response.Headers.AccessControlMaxAge = PreflightAge;
        }

        return Task.CompletedTask;
    }

    private static bool IsAdmin(PathString path) => path.StartsWithSegments("/v1/admin", StringComparison.OrdinalIgnoreCase);

    /// <summary>Without an allowed origin only the Vary is set: a cache must not hand one origin's answer to another.</summary>
    private void Open(IHeaderDictionary headers, string? origin)
    {
        if (!_isAny) headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        if (_isAny || origin is not null) headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (origin is null) return;
        headers.AccessControlAllowOrigin = _isAny ? "*" : origin;
        headers.AccessControlExposeHeaders = ReadableHeaders;
    }
}

using SearchNews.Api.Problems;

namespace SearchNews.Api.Security;

/// <summary>
/// Refuses requests for other hosts. Listening on loopback alone does not keep strangers out: a page can point a name of its own at 127.0.0.1 and have
/// the browser ask us (DNS rebinding); only the Host header then shows it.
/// </summary>
internal sealed class HostFilter(RequestDelegate next, ApiOptions options)
{
    private readonly AllowedHosts _hosts = new(options);

    // Nearly all requests name the same host as the one before.
    private string? _lastAllowed;

    public Task InvokeAsync(HttpContext context)
    {
        string? host = context.Request.Host.Value;
        if (host == Volatile.Read(ref _lastAllowed) && !string.IsNullOrEmpty(host)) return next(context);
        if (!IsAllowed(context.Request)) return ProblemWriter.WriteAsync(context, ProblemKind.UnknownHost);
        Volatile.Write(ref _lastAllowed, host);
        return next(context);
    }

    /// <summary>Only HTTP/1.0 can leave the name out, and no browser speaks it; a name that is there and empty is nobody's.</summary>
    private bool IsAllowed(HttpRequest request) => request.Host.HasValue ? _hosts.Allows(request.Host) : request.Headers.Host.Count == 0;
}

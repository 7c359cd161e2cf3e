using SearchNews.Api.Problems;

namespace SearchNews.Api.Security;

/// <summary>
/// Refuses requests for other hosts. Listening on loopback alone does not keep strangers out: a page can point a name of its own at 127.0.0.1 and have
/// the browser ask us (DNS rebinding); only the Host header then shows it.
/// </summary>
internal sealed class HostFilter(RequestDelegate next, ApiOptions options)
{
    private readonly AllowedHosts _hosts = new(options);

    public Task InvokeAsync(HttpContext context) =>
        _hosts.Allows(context.Request.Host) ? next(context) : ProblemWriter.WriteAsync(context, ProblemKind.UnknownHost);
}

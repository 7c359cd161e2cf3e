using System.Buffers;
using System.Globalization;

namespace SearchNews.Api.Requests;

/// <summary>What absolute addresses of this server begin with, as the client that asks knows it.</summary>
internal static class RequestBase
{
    private const string Localhost = "localhost";
    private const int DefaultPort = 80;

    // What can be in a name, an address or a port; whoever allows every host lets nothing else into an answer.
    private static readonly SearchValues<char> OfHosts = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-_:[]");

    /// <summary>Scheme (a proxy may hand on any that its client wrote), host and the path that all routes are below, without a slash at the end. The host was checked to be one of ours; only HTTP/1.0 can leave it out.</summary>
    public static string Of(HttpRequest request)
    {
        string host = request.Host.HasValue ? request.Host.ToUriComponent() : "";
        if (host.Length == 0 || host.AsSpan().ContainsAnyExcept(OfHosts)) host = Localhost;
        else if (IsForeignPort(request)) host = WithOwnPort(request);
        return $"{(request.IsHttps ? Uri.UriSchemeHttps : Uri.UriSchemeHttp)}://{host}{request.PathBase.ToUriComponent()}";
    }

    /// <summary>
    /// True for a port that the request merely says: neither the one it came in by, nor one of a name that the owner gave, which may be that of a proxy or a
    /// container.
    /// </summary>
    private static bool IsForeignPort(HttpRequest request)
    {
        if (request.Host.Port is not { } port || port == request.HttpContext.Connection.LocalPort) return false;
        IReadOnlyList<string> named = request.HttpContext.RequestServices.GetRequiredService<ApiOptions>().AllowedHosts;
        return named.Count == 0 || !new Security.AllowedHosts(named).Allows(request.Host);
    }

    private static string WithOwnPort(HttpRequest request)
    {
        string name = new HostString(request.Host.Host).ToUriComponent();
        int port = request.HttpContext.Connection.LocalPort;
        return port is 0 or DefaultPort ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{port}");
    }
}

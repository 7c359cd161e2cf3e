using System.Buffers;

namespace SearchNews.Api.Requests;

/// <summary>What absolute addresses of this server begin with, as the client that asks knows it.</summary>
internal static class RequestBase
{
    // What can be in a name, an address or a port; whoever allows every host lets nothing else into an answer.
    private static readonly SearchValues<char> OfHosts = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.-_:[]");

    /// <summary>Scheme (a proxy may hand on any that its client wrote), host and the path that all routes are below, without a slash at the end. The host was checked to be one of ours; only HTTP/1.0 can leave it out.</summary>
    public static string Of(HttpRequest request)
    {
        string host = request.Host.HasValue ? request.Host.ToUriComponent() : "";
        if (host.Length == 0 || host.AsSpan().ContainsAnyExcept(OfHosts)) host = "localhost";
        return $"{(request.IsHttps ? Uri.UriSchemeHttps : Uri.UriSchemeHttp)}://{host}{request.PathBase.ToUriComponent()}";
    }
}

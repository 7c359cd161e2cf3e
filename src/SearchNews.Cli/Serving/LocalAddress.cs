using System.Net;
using Microsoft.AspNetCore.Http;

namespace SearchNews.Cli.Serving;

/// <summary>Where a server on this machine is reached from this machine.</summary>
internal static class LocalAddress
{
    /// <summary>The address to ask: a server that listens everywhere is asked over loopback.</summary>
    /// <param name="url">An address as Kestrel gives it, such as <c>http://[::]:5080</c>.</param>
    public static string Of(string url)
    {
        BindingAddress bound = BindingAddress.Parse(url);
        bool isAny = bound.Host is "*" or "+" || (IPAddress.TryParse(bound.Host.Trim('[', ']'), out IPAddress? ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)));
        string host = isAny ? "127.0.0.1" : bound.Host;
        return new UriBuilder(bound.Scheme, host, bound.Port).Uri.GetLeftPart(UriPartial.Authority);
    }
}

using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace SearchNews.Api.Security;

/// <summary>Takes a request's client and scheme from <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c>, when the connection comes from a proxy that the owner named, and from nobody else.</summary>
internal static class TrustedProxies
{
    /// <summary>Most proxies one behind the other.</summary>
    private const int MaxHops = 8;

    /// <summary>Maps the step; does nothing when no proxy is named.</summary>
    public static void UseTrustedProxies(this WebApplication app, ApiOptions options)
    {
        if (options.Proxies.Count == 0) return;
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = MaxHops };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (string proxy in options.Proxies) forwarded.KnownIPNetworks.Add(Parse(proxy) ?? throw new ArgumentException($"'{proxy}' is no network.", nameof(options)));
        app.UseForwardedHeaders(forwarded);
    }

    /// <summary>The network of an address or of CIDR notation, such as 10.0.0.0/8; null for anything else.</summary>
    public static System.Net.IPNetwork? Parse(string text)
    {
        if (System.Net.IPNetwork.TryParse(text, out System.Net.IPNetwork network)) return network;
        return IPAddress.TryParse(text, out IPAddress? address) ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8) : null;
    }
}

using System.Net;
using System.Net.Sockets;

namespace SearchNews.Api.Security;

/// <summary>Who sent a request, by the address of the connection; headers that proxies add are believed only of <see cref="TrustedProxies"/>.</summary>
internal static class ClientAddress
{
    private const int NetworkBytes = 8;

    /// <summary>The address as text, for logs.</summary>
    public static string Of(HttpContext context) => Plain(context)?.ToString() ?? "local";

    /// <summary>What limits count by: the address, but of IPv6 the network (/64), since one machine has all of it.</summary>
    public static string LimitKeyOf(HttpContext context)
    {
        if (Plain(context) is not { AddressFamily: AddressFamily.InterNetworkV6 } address) return Of(context);
        byte[] bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return new IPAddress(bytes).ToString();
    }

    private static IPAddress? Plain(HttpContext context) =>
        context.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : context.Connection.RemoteIpAddress;
}

using Microsoft.Extensions.Primitives;

namespace SearchNews.Api.Security;

/// <summary>The host names a request may be addressed to. Immutable.</summary>
internal sealed class AllowedHosts
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>What to bind for "every address"; nobody is called that.</summary>
    private static readonly string[] EveryAddress = ["*", "+", "0.0.0.0", "[::]"];

    private readonly StringSegment[] _patterns;

    public AllowedHosts(ApiOptions options)
    {
        IEnumerable<string> bound = options.Urls.Select(BindingAddress.Parse).Where(a => !a.IsUnixPipe && !a.IsNamedPipe).Select(a => a.Host);
        _patterns = [.. Loopback.Concat(bound.Except(EveryAddress, StringComparer.Ordinal)).Concat(options.AllowedHosts).Select(h => new StringSegment(h))];
    }

    /// <summary>True for a name that is served here, whatever its port and case.</summary>
    public bool Allows(HostString host)
    {
        // Only HTTP/1.0 can leave the name out, and no browser speaks it.
        if (!host.HasValue) return true;
        try
        {
            return HostString.MatchesAny(host.Value, _patterns);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

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

    /// <summary>Those names and no others.</summary>
    public AllowedHosts(IEnumerable<string> names) => _patterns = [.. names.Select(h => new StringSegment(h))];

    /// <summary>True for a name that is served here, whatever its port and case.</summary>
    public bool Allows(HostString host)
    {
        if (!host.HasValue) return false;
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

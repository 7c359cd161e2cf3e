using System.Runtime.CompilerServices;
using SearchNews.Api.Security;
using SearchNews.Search.Ranking;

namespace SearchNews.Api;

/// <summary>Where the API listens, and its limits. Checked once, when the API is added.</summary>
public sealed record ApiOptions
{
    /// <summary>Where the API listens when nothing is said: this machine only.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Addresses to listen on, such as <c>http://127.0.0.1:5080</c>; one at least. Default: <see cref="DefaultUrl"/>.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>
    /// Host names that requests may name beside the loopback names and the hosts of <see cref="Urls"/>, without port; <c>*.example.org</c> stands for every
    /// sub-domain, <c>*</c> for any name. Needed when listening on all addresses or behind a proxy that keeps the name. Default: none.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>The owner's ranking profiles, beside those that there always are. Default: none.</summary>
    public IReadOnlyList<RankingProfile> Profiles { get; init; } = [];

    /// <summary>Longest time for one search, more than 0. Default: 2 s.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest request line in bytes, its line end counted, 256 or more; beyond it 414. Default: 8 KiB.</summary>
    public int MaxRequestLine { get; init; } = 8 * 1024;

    /// <summary>Longest headers together in bytes, 256 or more; beyond it 431. Default: 16 KiB.</summary>
    public int MaxHeadersSize { get; init; } = 16 * 1024;

    /// <summary>Most headers, 10 or more; beyond it 431. Default: 50.</summary>
    public int MaxHeaderCount { get; init; } = 50;

    /// <summary>Longest time for a client to send its headers, more than 0; beyond it 408. Default: 10 s.</summary>
    public TimeSpan HeadersTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest body in bytes, 0 or more; beyond it 413. Default: 64 KiB.</summary>
    public int MaxBodySize { get; init; } = 64 * 1024;

    /// <summary>Most open connections, 1 or more; further ones are closed. Default: 1,000.</summary>
    public int MaxConnections { get; init; } = 1_000;

    /// <summary>Most questions worked on at once, 1 or more. Default: four for each core.</summary>
    public int MaxInFlight { get; init; } = 4 * Environment.ProcessorCount;

    /// <summary>Most questions that wait for their turn, 0 or more; beyond it 503. Default: 64.</summary>
    public int MaxQueued { get; init; } = 64;

    /// <summary>
    /// Key that opens the admin routes, 16 to 512 visible ASCII characters; null, and there are no such routes. Never logged. Default: null.
    /// </summary>
    public string? AdminKey { get; init; }

    /// <summary>Wrong keys that one client may send in a minute, 1 or more; beyond it 429. Default: 10.</summary>
    public int MaxFailedKeys { get; init; } = 10;

    /// <summary>Longest time for one admin call, more than 0; what takes longer is a job. Default: 10 s.</summary>
    public TimeSpan AdminDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest body of an admin call in bytes, 0 or more; beyond it 413. Default: 1 MiB.</summary>
    public int MaxAdminBodySize { get; init; } = 1024 * 1024;

    /// <summary>Most admin calls worked on at once, 1 or more; as many as <see cref="MaxQueued"/> wait. Default: 4.</summary>
    public int MaxAdminInFlight { get; init; } = 4;

    /// <summary>Requests a second that one client may keep sending, 1 to 1,000,000; this machine is not limited. Default: 50.</summary>
    public int RatePerSecond { get; init; } = 50;

    /// <summary>Requests that one client may send at once after a pause, 1 to 1,000,000; beyond it 429. Default: 100.</summary>
    public int RateBurst { get; init; } = 100;

    /// <summary>
    /// Proxies, addresses or networks such as <c>10.0.0.0/8</c>, that are believed about who sent a request (<c>X-Forwarded-For</c>) and how (<c>X-Forwarded-Proto</c>). Default: none.
    /// </summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>Origins whose pages may read answers, such as <c>https://news.example.org</c>, or <c>*</c> alone for all. Default: none.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

    /// <summary>A search that takes this long is logged with its query; zero logs none. Default: 500 ms.</summary>
    public TimeSpan SlowQuery { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Queries without result that are remembered, in memory, for the owner to see; 0 to 100,000, and 0 remembers none. Default: 1,000.</summary>
    public int ZeroResultQueries { get; init; } = 1_000;

    /// <summary>Names the addresses only: the key must not get into a log by way of its record.</summary>
    public override string ToString() => $"{nameof(ApiOptions)} {string.Join(';', Urls)}";

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentException">A value is out of its range; the message names the option.</exception>
    public void Validate()
    {
        if (Urls.Count == 0) throw Impossible(nameof(Urls), $"is empty; name one address at least, such as {DefaultUrl}.");
        foreach (string url in Urls) CheckUrl(url);
        foreach (string host in AllowedHosts) CheckHost(host);
        CheckTime(Deadline);
        CheckTime(HeadersTimeout);
        CheckAtLeast(MaxRequestLine, 256);
        CheckAtLeast(MaxHeadersSize, 256);
        CheckAtLeast(MaxHeaderCount, 10);
        CheckAtLeast(MaxBodySize, 0);
        CheckAtLeast(MaxConnections, 1);
        CheckAtLeast(MaxInFlight, 1);
        CheckAtLeast(MaxQueued, 0);
        if (AdminKey is { } key && Security.AdminKey.WhatIsWrongWith(key) is { } wrong) throw Impossible(nameof(AdminKey), wrong);
        CheckAtLeast(MaxFailedKeys, 1);
        CheckTime(AdminDeadline);
        CheckAtLeast(MaxAdminBodySize, 0);
        CheckAtLeast(MaxAdminInFlight, 1);
        CheckRate(RatePerSecond);
        CheckRate(RateBurst);
        if (SlowQuery < TimeSpan.Zero) throw Impossible(nameof(SlowQuery), $"is {SlowQuery}; it must be 0 or more.");
        if (ZeroResultQueries is < 0 or > 100_000) throw Impossible(nameof(ZeroResultQueries), $"is {ZeroResultQueries}; it must be 0 to 100000.");
        foreach (string proxy in Proxies) CheckProxy(proxy);
        foreach (string origin in CorsOrigins) CheckOrigin(origin);
        if (CorsOrigins.Count > 1 && CorsOrigins.Contains("*", StringComparer.Ordinal)) throw Impossible(nameof(CorsOrigins), "has '*' beside other origins; '*' stands alone.");
    }

    private static void CheckUrl(string url)
    {
        try
        {
            BindingAddress address = BindingAddress.Parse(url);
            if (address.Scheme == Uri.UriSchemeHttps) throw Impossible(nameof(Urls), $"has '{url}'; only http is spoken here: put a proxy that holds the certificate in front.");
            if (address.Scheme != Uri.UriSchemeHttp) throw Impossible(nameof(Urls), $"has '{url}', whose scheme is not http.");
            if (address is { IsUnixPipe: false, IsNamedPipe: false, Port: < 0 or > 65535 }) throw Impossible(nameof(Urls), $"has '{url}'; a port is 0 to 65535, and 0 takes one that is free.");
        }
        catch (FormatException e)
        {
            throw Impossible(nameof(Urls), $"has '{url}', which is not an address such as {DefaultUrl}.", e);
        }
    }

    private static void CheckHost(string host)
    {
        if (host != "*" && Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host) == UriHostNameType.Unknown)
            throw Impossible(nameof(AllowedHosts), $"has '{host}', which is not a host name such as news.example.org or *.example.org.");
    }

    private static void CheckProxy(string proxy)
    {
        if (TrustedProxies.Parse(proxy) is not { } network) throw Impossible(nameof(Proxies), $"has '{proxy}', which is not an address or a network such as 10.0.0.0/8.");
        if (network.PrefixLength == 0) throw Impossible(nameof(Proxies), $"has '{proxy}', which is everybody; then anyone could pretend to be any client.");
    }

    private static void CheckOrigin(string origin)
    {
        if (origin == "*") return;
        bool isOrigin = Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.GetLeftPart(UriPartial.Authority).Equals(origin, StringComparison.OrdinalIgnoreCase);
        if (!isOrigin) throw Impossible(nameof(CorsOrigins), $"has '{origin}', which is not an origin such as https://news.example.org (no path, no slash at the end).");
    }

    private static void CheckRate(int value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value is < 1 or > 1_000_000) throw Impossible(name, $"is {value}; it must be 1 to 1000000.");
    }

    private static void CheckTime(TimeSpan value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value <= TimeSpan.Zero || value > TimeSpan.FromDays(1)) throw Impossible(name, $"is {value}; it must be above 0 and at most one day.");
    }

    private static void CheckAtLeast(int value, int least, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value < least) throw Impossible(name, $"is {value}; it must be {least} or more.");
    }

    private static ArgumentException Impossible(string option, string message, Exception? cause = null) => new($"{option} {message}", option, cause);
}

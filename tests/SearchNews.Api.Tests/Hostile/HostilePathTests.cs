using SearchNews.Api.Tests.Contract;

namespace SearchNews.Api.Tests.Hostile;

/// <summary>Addresses that try to be another one than they look like.</summary>
public sealed class HostilePathTests(ContractFixture fixture)
{
    private static readonly string[] Assets = ["/docs/docs.js", "/docs/swagger-ui.css"];

    /// <summary>Spellings of a path that begins with a slash.</summary>
    private static readonly Func<string, string>[] Spellings =
    [
        p => "/" + p, p => "/." + p, p => "/x/.." + p, p => "/.." + p, p => "/..%2f" + p[1..], p => "/%2e%2e" + p, p => "/%2e%2e%2f" + p[1..], p => "/%252e%252e" + p, p => "\\" + p[1..],
        p => "/\\" + p[1..], p => p.Replace('/', '\\'), p => "/%5c" + p[1..], p => "/%2f" + p[1..], p => "/" + p[1..].Replace("/", "%2f", StringComparison.Ordinal), p => p + "/", p => p + "//",
        p => p + ".", p => p + "%20", p => p + "%09", p => p.ToUpperInvariant(), p => p + ";a=b", p => p.Replace("/", ";x=/", StringComparison.Ordinal), p => p + "%00", p => "/%00" + p, p => p + "%0d%0aX-Evil:%201",
        p => p + "%", p => p + "%zz", p => p + "%c0%af..%c0%afetc%c0%afpasswd", p => p + "/..", p => p + "/../../../../etc/passwd", p => p + "/..%2f..%2f..%2fetc%2fpasswd", p => p + "/%2e%2e/%2e%2e/etc/passwd",
        p => p + "~", p => p + ".bak", p => p + ".json", p => p + "::$DATA", p => p + "%ff", p => p + "%ed%a0%80", p => p + "#x", p => "/" + Uri.HexEscape(p[1]) + p[2..], p => p + new string('a', 4000), p => p + "*",
        p => "/." + new string('.', 50) + p, p => string.Concat(Enumerable.Repeat("/..", 200)) + p, p => string.Concat(Enumerable.Repeat("/x", 500)) + p,
    ];

    [Fact]
    public async Task Get_OpenRoutes_AreAnsweredOrRefused()
    {
        using var client = new RawClient(fixture.Server);
        foreach (string target in ContractRoutes.Open.Select(r => r.Target.Split('?')[0]).Where(p => p.Length > 1).Concat(Assets).Distinct(StringComparer.Ordinal))
        {
            foreach (Func<string, string> spelling in Spellings)
            {
                string path = spelling(target);
                RawClient.ShouldBeHarmless(await GetAsync(client, path), path);
            }
        }
    }

    [Fact]
    public async Task Send_AdminRoutesWithoutKey_NeverGetThrough()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        using var client = new RawClient(server);
        foreach (ContractRoute route in ContractRoutes.All.Where(r => r.IsAdmin))
        {
            foreach (Func<string, string> spelling in Spellings.Append(p => p))
            {
                string path = spelling(route.Target);
                ApiAnswer answer = await GetAsync(client, path, route.Method);
                RawClient.ShouldBeHarmless(answer, path);
                ((int)answer.Status).ShouldBeOneOf([400, 401, 404, 405, 414], $"{route.Method} {path}");
            }
        }

        server.Maintainer.LastBuild.ShouldBeNull();
        server.Maintainer.LastUpdate.ShouldBeNull();
        server.Maintainer.Articles.Keys.ShouldBe(["plain"]);
    }

    [Fact]
    public async Task Send_AdminRoutesWithKey_ChangeNothingOutsideTheFolder()
    {
        await using LiveIndex index = await LiveIndex.StartAsync();
        Dictionary<string, string> before = index.Files();
        using var client = new RawClient(index.Server);
        foreach (string target in (string[])["/v1/admin/articles/plain", "/v1/admin/articles/2021%2fai"])
        {
            foreach (Func<string, string> spelling in Spellings)
            {
                // Not one that is another spelling of the article itself: those may well delete it.
                string path = spelling(target);
                ApiAnswer answer = await GetAsync(client, path, "PUT", ("Authorization", "Bearer " + ApiServer.AdminKey));
                RawClient.ShouldBeHarmless(answer, path);
            }
        }

        index.Files().ShouldBe(before, ignoreOrder: true);
    }

    [Theory]
    [InlineData("GET http://localhost/v1/info HTTP/1.1")]
    [InlineData("GET http://evil.example/v1/info HTTP/1.1")]
    [InlineData("GET v1/info HTTP/1.1")]
    [InlineData("GET ../v1/info HTTP/1.1")]
    [InlineData("GET  /v1/info HTTP/1.1")]
    [InlineData("GET /v1/info\tHTTP/1.1")]
    [InlineData("GET /v1/info")]
    [InlineData("GET /v1/info HTTP/0.9")]
    [InlineData("GET /v1/info HTTP/9.9")]
    [InlineData("GET /v1/info HTTP/1.1 x")]
    [InlineData("GET /v1/inf\u00e9 HTTP/1.1")]
    [InlineData("GET /v1/search?q=\u00ff\u00fe HTTP/1.1")]
    [InlineData("GET /v1/search?q=\u0001\u007f HTTP/1.1")]
    [InlineData("GET /v1/search?q=a\0b HTTP/1.1")]
    [InlineData("G\u00c4T /v1/info HTTP/1.1")]
    [InlineData("get /v1/info HTTP/1.1")]
    [InlineData("GET\0 /v1/info HTTP/1.1")]
    [InlineData("OPTIONS * HTTP/1.1")]
    [InlineData("CONNECT evil.example:443 HTTP/1.1")]
    [InlineData("TRACE /v1/info HTTP/1.1")]
    public async Task Send_StrangeRequestLine_IsAnsweredOrRefused(string line)
    {
        string request = $"{line}\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        (int status, string text) = await RawHttp.SendAsync(fixture.Server.Address, request).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        // A version that is not spoken is the one fault of this kind that HTTP counts among the server's.
        if (status == 505) text.ShouldContain("Content-Length: 0");
        else RawClient.ShouldBeHarmless((status, text), line);
    }

    /// <summary>A path that does not begin with a slash is no HTTP, and a client of HTTP does not send it.</summary>
    private static Task<ApiAnswer> GetAsync(RawClient client, string path, string method = "GET", params (string Name, string Value)[] headers) =>
        client.SendAsync(path.StartsWith('/') ? path : "/" + path, method, headers);
}

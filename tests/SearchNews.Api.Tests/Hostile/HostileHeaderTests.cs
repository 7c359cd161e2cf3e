using SearchNews.Api.Tests.Contract;

namespace SearchNews.Api.Tests.Hostile;

/// <summary>Headers that lie, break rules or want too much.</summary>
public sealed class HostileHeaderTests(ContractFixture fixture)
{
    private static readonly string[] Routes = ["/", "/v1/search.atom?q=moon", "/v1/search?q=moon", "/v1/info", "/docs", "/nothing"];

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost@evil.example")]
    [InlineData("localhost:80@evil.example")]
    [InlineData("evil.example#localhost")]
    [InlineData("evil.example/localhost")]
    [InlineData("evil.example?localhost")]
    [InlineData("localhost.")]
    [InlineData("localhost.evil.example")]
    [InlineData("localhost, evil.example")]
    [InlineData("localhost evil.example")]
    [InlineData("localhost\\@evil.example")]
    [InlineData("localhost:evil")]
    [InlineData("localhost%00.evil.example")]
    [InlineData("[::1")]
    [InlineData("[::1]evil")]
    [InlineData("::1")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("\u00ecocalhost")]
    [InlineData("*")]
    [InlineData("\"localhost\"")]
    [InlineData("<script>")]
    public async Task Get_HostileHost_Is400AndNotRepeated(string host)
    {
        foreach (string route in Routes)
        {
            (int status, string text) = await RawHttp.SendAsync(fixture.Server.Address, $"GET {route} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
            RawClient.ShouldBeHarmless((status, text), host);
            status.ShouldBe(400, $"{route} {host}");
            if (host.Contains("evil", StringComparison.Ordinal)) text.ShouldNotContain("evil");
        }
    }

    [Theory]
    [InlineData("X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: gopher\r\nX-Forwarded-Prefix: /evil")]
    [InlineData("Forwarded: host=evil.example;proto=gopher")]
    [InlineData("X-Original-URL: /v1/admin/rebuild\r\nX-Rewrite-URL: /evil")]
    [InlineData("X-HTTP-Method-Override: DELETE\r\nX-Method-Override: evil")]
    [InlineData("Origin: https://evil.example")]
    [InlineData("Origin: null")]
    [InlineData("Origin: evil\r\nReferer: evil")]
    [InlineData("Cookie: evil=1; evil=2")]
    public async Task Get_HeadersOfProxiesAndPages_ChangeNothing(string headers)
    {
        foreach (string route in Routes)
        {
            (int status, string text) = await RawHttp.GetAsync(fixture.Server.Address, route, headers);
            (int plain, _) = await RawHttp.GetAsync(fixture.Server.Address, route);
            status.ShouldBe(plain, route);
            text.ShouldNotContain("evil");
            text.ShouldNotContain("Access-Control-Allow-Origin");
            text.ShouldNotContain("Set-Cookie");
        }
    }

    [Theory]
    [InlineData("Accept: ,,,;;;q=x")]
    [InlineData("Accept: */*;q=nan, a/b/c")]
    [InlineData("Accept: \u00ff\u00fe")]
    [InlineData("Accept-Encoding: gzip;q=abc, br;q=-1, *;q=9")]
    [InlineData("Accept-Encoding: \u00ff")]
    [InlineData("If-None-Match: W/\"\"\"\", *, \"")]
    [InlineData("If-None-Match: \u00ff")]
    [InlineData("If-Modified-Since: yesterday")]
    [InlineData("Range: bytes=0-0,1-1,2-2,99999999999999999999-")]
    [InlineData("Range: bytes=-1")]
    [InlineData("traceparent: 00-zz-zz-zz")]
    [InlineData("traceparent: \u00ff\r\ntracestate: a=b,,,")]
    [InlineData("Authorization: Bearer \u00ff\u00fe")]
    [InlineData("Authorization: Basic !!!")]
    [InlineData("Expect: 200-maybe")]
    [InlineData("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x")]
    [InlineData("Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA")]
    [InlineData("Content-Length: 0\r\nContent-Length: 0")]
    [InlineData("Content-Length: -1")]
    [InlineData("Content-Length: 99999999999999999999")]
    [InlineData("Transfer-Encoding: gzip")]
    [InlineData("X-Folded: a\r\n b")]
    [InlineData("X Space: a")]
    [InlineData(": a")]
    [InlineData("X-Nul: a\0b")]
    [InlineData("X-Cr: a\rX-Evil: b")]
    public async Task Get_BrokenHeaders_AreAnsweredOrRefused(string headers)
    {
        foreach (string route in Routes)
        {
            (int Status, string Text) answer = await RawHttp.GetAsync(fixture.Server.Address, route, headers).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
            RawClient.ShouldBeHarmless(answer, $"{route} {headers}");
        }
    }
}

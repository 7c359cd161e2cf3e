using SearchNews.Api.Security;

namespace SearchNews.Api.Tests.Security;

public sealed class HostFilterTests(ApiFixture fixture)
{
    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:5080")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("0.0.0.0")]
    [InlineData("[::2]")]
    public async Task Get_ForeignHost_Is400OnEveryRoute(string host)
    {
        foreach (string target in (string[])["/", "/healthz", "/v1/search?q=x", "/nothing"])
            (await fixture.Server.GetAsync(target, ("Host", host))).ShouldBeProblem(400, "unknown-host");
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LocalHost:5080")]
    [InlineData("127.0.0.1:1")]
    [InlineData("[::1]:5080")]
    [InlineData("[::1]")]
    public async Task Get_LoopbackHost_IsAnswered(string host) =>
        (await fixture.Server.GetAsync("/v1/search?q=x", ("Host", host))).ShouldBeJson();

    [Fact]
    public async Task Get_TargetOfAnotherHost_Is400()
    {
        (int status, _) = await RawHttp.SendAsync(
            fixture.Server.Address, "GET http://evil.example/healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        status.ShouldBe(400);
    }

    [Theory]
    [InlineData("HTTP/1.1")]
    [InlineData("HTTP/1.0")]
    public async Task Get_EmptyHost_Is400(string version) =>
        (await RawHttp.SendAsync(fixture.Server.Address, $"GET /healthz {version}\r\nHost:\r\nConnection: close\r\n\r\n")).Status.ShouldBe(400);

    [Fact]
    public async Task Get_ForeignHostAfterOneOfOurs_Is400()
    {
        foreach (int status in (int[])[200, 400, 200, 400])
            ((int)(await fixture.Server.GetAsync("/healthz", ("Host", status == 200 ? "localhost" : "evil.example"))).Status).ShouldBe(status);
    }

    [Fact]
    public async Task Get_Http10WithoutHost_IsAnswered() =>
        (await RawHttp.SendAsync(fixture.Server.Address, "GET /healthz HTTP/1.0\r\n\r\n")).Status.ShouldBe(200);

    [Theory]
    [InlineData("http://news.example.org:80", "", "news.example.org", true)]
    [InlineData("http://news.example.org:80", "", "other.example.org", false)]
    [InlineData("http://*:80", "", "news.example.org", false)]
    [InlineData("http://+:80", "", "+", false)]
    [InlineData("http://0.0.0.0:80", "", "0.0.0.0", false)]
    [InlineData("http://[::]:80", "", "[::]", false)]
    [InlineData("http://0.0.0.0:80", "news.example.org", "news.example.org:80", true)]
    [InlineData("http://0.0.0.0:80", "*.example.org", "news.example.org", true)]
    [InlineData("http://0.0.0.0:80", "*.example.org", "example.org", false)]
    [InlineData("http://0.0.0.0:80", "*", "anything", true)]
    [InlineData("http://unix:/run/searchnews.sock", "", "localhost", true)]
    [InlineData("http://192.168.1.5:80", "", "192.168.1.5", true)]
    [InlineData("http://127.0.0.1:80", "", "[::1", false)]
    public void Allows_Host_IsThatOfTheUrlsOrNamed(string url, string allowed, string host, bool expected)
    {
        var options = new ApiOptions { Urls = [url], AllowedHosts = allowed.Length == 0 ? [] : [allowed] };
        new AllowedHosts(options).Allows(new Microsoft.AspNetCore.Http.HostString(host)).ShouldBe(expected);
    }
}

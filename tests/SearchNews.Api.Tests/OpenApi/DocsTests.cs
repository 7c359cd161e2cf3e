using System.Net;
using System.Text.RegularExpressions;
using SearchNews.Api.Endpoints;
using SearchNews.Api.OpenApi;

namespace SearchNews.Api.Tests.OpenApi;

/// <summary>The page at /docs; what a browser makes of it is tested with one.</summary>
public sealed partial class DocsTests(ApiFixture fixture)
{
    private ApiServer Server => fixture.Server;

    [Fact]
    public async Task Get_Docs_IsAPageWithNothingInlineAndNothingFromElsewhere()
    {
        ApiAnswer answer = await Server.GetAsync("/docs");
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Header("Content-Type").ShouldBe("text/html; charset=utf-8");
        answer.Header("Content-Security-Policy").ShouldBe(DocsEndpoint.Policy);
        DocsEndpoint.Policy.ShouldStartWith("default-src 'none';");
        DocsEndpoint.Policy.ShouldNotContain("unsafe");
        DocsEndpoint.Policy.ShouldNotContain("http");
        Inline().IsMatch(answer.Body).ShouldBeFalse();
        string[] addresses = [.. Address().Matches(answer.Body).Select(m => m.Groups["address"].Value)];
        addresses.Length.ShouldBeGreaterThan(4);
        foreach (string address in addresses.Where(a => a != "data:,")) (await Server.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK, address);
    }

    [Fact]
    public async Task Get_File_IsServedWholeKeptAndTagged()
    {
        foreach (string name in DocsFiles.Names)
        {
            ApiAnswer answer = await Server.GetAsync("/docs/" + name);
            answer.Status.ShouldBe(HttpStatusCode.OK, name);
            answer.Body.Length.ShouldBeGreaterThan(50, name);
            answer.Header("Cache-Control").ShouldBe("public, max-age=3600");
            answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
            answer.Header("Content-Type").ShouldStartWith(name.EndsWith(".js", StringComparison.Ordinal) ? "text/javascript" : name.EndsWith(".css", StringComparison.Ordinal) ? "text/css" : "text/html");
            (await Server.GetAsync("/docs/" + name, ("If-None-Match", answer.Header("ETag")))).Status.ShouldBe(HttpStatusCode.NotModified, name);
            ApiAnswer head = await Server.SendAsync(HttpMethod.Head, "/docs/" + name);
            head.Body.ShouldBeEmpty();
            head.Header("ETag").ShouldBe(answer.Header("ETag"));
        }
    }

    [Theory]
    [InlineData("/docs/nothing.js")]
    [InlineData("/docs/Docs.js")]
    [InlineData("/docs/..%2fdocs.js")]
    [InlineData("/docs/%2e%2e%2f%2e%2e%2fetc%2fpasswd")]
    [InlineData("/docs/docs.js/x")]
    [InlineData("/docs/docs.js%00")]
    [InlineData("/docs/docs.js.")]
    [InlineData("/docs/docs.js%20")]
    [InlineData("/docs/oauth2-redirect.html")]
    public async Task Get_AnotherFile_IsNotThere(string target) => ((int)(await RawHttp.GetAsync(Server.Address, target)).Status).ShouldBeOneOf(404, 400);

    [GeneratedRegex("<style|<script(?![^>]*src=)|\\son[a-z]+=|\\sstyle=|javascript:", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Inline();

    [GeneratedRegex("(src|href)=\"(?<address>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}

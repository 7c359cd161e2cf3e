namespace SearchNews.Api.Tests.Security;

public sealed class SecurityHeaderTests(ApiFixture fixture)
{
    [Theory]
    [InlineData("/v1/search?q=x")]
    [InlineData("/v1/search?q=boom")]
    [InlineData("/v1/search?q=down")]
    [InlineData("/v1/search?size=0")]
    [InlineData("/nothing")]
    [InlineData("/healthz")]
    [InlineData("/openapi/v1.json")]
    public async Task Get_Anything_HasTheHeaders(string target)
    {
        ApiAnswer answer = await fixture.Server.GetAsync(target, ("Origin", "https://evil.example"));
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
        answer.Header("Content-Security-Policy").ShouldBe("default-src 'none'; frame-ancestors 'none'");
        answer.Header("Referrer-Policy").ShouldBe("no-referrer");
        answer.Header("Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        answer.Headers["Server"].ShouldBeEmpty();
        answer.Headers["Access-Control-Allow-Origin"].ShouldBeEmpty();
    }
}

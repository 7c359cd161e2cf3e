using System.Net;

namespace SearchNews.Api.Tests.Security;

public sealed class CrossOriginTests
{
    private const string Friend = "https://friend.example";
    private const string Stranger = "https://friend.example.evil.example";

    [Fact]
    public async Task Get_AllowedOrigin_MayRead()
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { CorsOrigins = [Friend, "http://localhost:3000"] });
        foreach (string target in (string[])["/v1/info", "/v1/nothing", "/healthz"])
        {
            ApiAnswer answer = await server.GetAsync(target, ("Origin", Friend));
            answer.Header("Access-Control-Allow-Origin").ShouldBe(Friend);
            answer.Header("Cross-Origin-Resource-Policy").ShouldBe("cross-origin");
            answer.Header("Vary").ShouldContain("Origin");
            answer.Headers["Access-Control-Allow-Credentials"].ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(Stranger)]
    [InlineData("null")]
    [InlineData("http://friend.example")]
    [InlineData("https://friend.example:8443")]
    public async Task Get_OtherOrigin_MayNotReadAndCachesKnow(string origin)
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { CorsOrigins = [Friend] });
        ApiAnswer answer = await server.GetAsync("/v1/info", ("Origin", origin));
        answer.ShouldBeJson();
        answer.Headers["Access-Control-Allow-Origin"].ShouldBeEmpty();
        answer.Header("Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        answer.Header("Vary").ShouldContain("Origin");
    }

    [Fact]
    public async Task Get_AnyOrigin_IsTheStarForEveryone()
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { CorsOrigins = ["*"] });
        ApiAnswer answer = await server.GetAsync("/v1/info", ("Origin", Stranger));
        answer.Header("Access-Control-Allow-Origin").ShouldBe("*");
        answer.Header("Vary").ShouldNotContain("Origin");
        (await server.GetAsync("/v1/info")).Header("Cross-Origin-Resource-Policy").ShouldBe("cross-origin");
    }

    [Fact]
    public async Task Options_Preflight_IsAnswered()
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { CorsOrigins = [Friend] });
        (string, string) method = ("Access-Control-Request-Method", "POST");
        ApiAnswer allowed = await server.SendAsync(HttpMethod.Options, "/v1/similar", ("Origin", Friend), method, ("Access-Control-Request-Headers", "content-type"));
        allowed.Status.ShouldBe(HttpStatusCode.NoContent);
        allowed.Header("Access-Control-Allow-Origin").ShouldBe(Friend);
        allowed.Header("Access-Control-Allow-Methods").ShouldBe("GET, HEAD, POST");
        allowed.Header("Access-Control-Allow-Headers").ShouldContain("Content-Type");
        ApiAnswer other = await server.SendAsync(HttpMethod.Options, "/v1/similar", ("Origin", Stranger), method);
        other.Headers["Access-Control-Allow-Origin"].ShouldBeEmpty();
        other.Headers["Access-Control-Allow-Methods"].ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/v1/admin/rollback")]
    [InlineData("/V1/ADMIN/rollback")]
    public async Task Options_AdminRoute_IsNeverOpened(string target)
    {
        await using ApiServer server = await ApiServer.StartAdminAsync(o => o with { CorsOrigins = ["*"] });
        ApiAnswer preflight = await server.SendAsync(HttpMethod.Options, target, ("Origin", Friend), ("Access-Control-Request-Method", "POST"));
        preflight.Status.ShouldNotBe(HttpStatusCode.NoContent);
        preflight.Headers["Access-Control-Allow-Origin"].ShouldBeEmpty();
        preflight.Header("Cross-Origin-Resource-Policy").ShouldBe("same-origin");
    }
}

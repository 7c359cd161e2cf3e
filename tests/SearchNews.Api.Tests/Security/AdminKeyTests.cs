using SearchNews.Api.Security;

namespace SearchNews.Api.Tests.Security;

/// <summary>Who gets through to the admin routes.</summary>
public sealed class AdminKeyTests(ApiFixture fixture)
{
    private static readonly (HttpMethod Method, string Target)[] Routes =
    [
        (HttpMethod.Post, "/v1/admin/rebuild"), (HttpMethod.Post, "/v1/admin/update"), (HttpMethod.Post, "/v1/admin/rollback"), (HttpMethod.Get, "/v1/admin/jobs/x"),
        (HttpMethod.Delete, "/v1/admin/jobs/x"), (HttpMethod.Put, "/v1/admin/articles/plain"), (HttpMethod.Delete, "/v1/admin/articles/plain"),
    ];

    [Fact]
    public async Task Send_NoKeyIsSet_ThereAreNoSuchRoutes()
    {
        foreach ((HttpMethod method, string target) in Routes)
            (await fixture.Server.SendAsync(method, target, ("Authorization", "Bearer " + ApiServer.AdminKey))).ShouldBeProblem(404, "unknown-route");
    }

    [Fact]
    public async Task Send_WithoutKey_Is401ThatSaysHowAndChangesNothing()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        foreach ((HttpMethod method, string target) in Routes)
        {
            ApiAnswer answer = await server.SendAsync(method, target);
            answer.ShouldBeProblem(401, "missing-key");
            answer.Header("WWW-Authenticate").ShouldStartWith("Bearer");
        }

        server.Maintainer.Articles.ShouldHaveSingleItem();
        server.Maintainer.LastBuild.ShouldBeNull();
    }

    [Theory]
    [InlineData("Basic dTpw")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("")]
    [InlineData(ApiServer.AdminKey)]
    public async Task Send_AnotherScheme_Is401(string header)
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        (await server.SendAsync(HttpMethod.Post, "/v1/admin/rollback", ("Authorization", header))).ShouldBeProblem(401, "missing-key");
    }

    [Theory]
    [InlineData("Bearer x")]
    [InlineData("Bearer 0123456789abcdef-the-ke")]
    [InlineData("Bearer 0123456789abcdef-the-keyy")]
    [InlineData("Bearer 0123456789ABCDEF-the-key")]
    public async Task Send_WrongKey_Is403(string header)
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        foreach ((HttpMethod method, string target) in Routes) (await server.SendAsync(method, target, ("Authorization", header))).ShouldBeProblem(403, "wrong-key");
        server.Maintainer.Articles.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Send_TwoKeys_IsNotLetIn()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        (int status, _) = await RawHttp.SendAsync(
            server.Address,
            $"POST /v1/admin/rollback HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\nAuthorization: Bearer {ApiServer.AdminKey}\r\nAuthorization: Bearer x\r\n\r\n");
        status.ShouldBeOneOf(401, 403);
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("bearer")]
    public async Task Send_Key_IsLetInAndNotStored(string scheme)
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        ApiAnswer answer = await server.SendAsync(HttpMethod.Post, "/v1/admin/rollback", ("Authorization", $"{scheme} {ApiServer.AdminKey}"));
        answer.ShouldBeJson().GetProperty("generation").GetString().ShouldBe("g000001");
        answer.Header("Cache-Control").ShouldBe("no-store");
    }

    [Fact]
    public async Task Send_TenWrongKeys_ThenNoKeyIsLookedAtForAMinute()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        for (int i = 0; i < 10; i++)
        {
            (await server.AdminAsync(HttpMethod.Post, "/rollback")).ShouldBeJson();
            (await server.SendAsync(HttpMethod.Post, "/v1/admin/rollback", ("Authorization", "Bearer wrong"))).ShouldBeProblem(403, "wrong-key");
            server.Time.Advance(TimeSpan.FromSeconds(1));
        }

        ApiAnswer refused = await server.AdminAsync(HttpMethod.Post, "/rollback");
        refused.ShouldBeProblem(429, "too-many-failed-keys");
        refused.Header("Retry-After").ShouldBe("50");
        (await server.GetAsync("/v1/search?q=a")).ShouldBeJson();

        server.Time.Advance(TimeSpan.FromSeconds(49));
        (await server.AdminAsync(HttpMethod.Post, "/rollback")).ShouldBeProblem(429, "too-many-failed-keys");
        server.Time.Advance(TimeSpan.FromSeconds(1));
        (await server.AdminAsync(HttpMethod.Post, "/rollback")).ShouldBeJson();
        (await server.SendAsync(HttpMethod.Post, "/v1/admin/rollback", ("Authorization", "Bearer wrong"))).ShouldBeProblem(403, "wrong-key");
        (await server.AdminAsync(HttpMethod.Post, "/rollback")).ShouldBeProblem(429, "too-many-failed-keys");
    }

    [Fact]
    public async Task Send_AnyOutcome_LogsWhoAndWhatButNeverAKey()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        (await server.AdminAsync(HttpMethod.Put, "/articles/a%0Ab%1B%E2%80%AEc", "# t")).Status.ShouldBe(System.Net.HttpStatusCode.Created);
        (await server.SendAsync(HttpMethod.Post, "/v1/admin/rollback", ("Authorization", "Bearer a-wrong-secret-key"))).ShouldBeProblem(403, "wrong-key");

        server.Logs.All.ShouldContain(l => l.Message == "Admin put 'a\\u000ab\\u001b\\u202ec' by 127.0.0.1: created");
        server.Logs.All.ShouldContain(l => l.Message == "Wrong admin key from 127.0.0.1");
        server.Logs.All.ShouldAllBe(l => !l.Message.Contains(ApiServer.AdminKey) && !l.Message.Contains("a-wrong-secret-key"));
    }

    [Fact]
    public void Forget_MoreClientsThanRemembered_DropsTheOldest()
    {
        var time = new ManualTime(FakeBackend.Now);
        var limit = new FailedKeyLimit(time, new ApiOptions { MaxFailedKeys = 1 });
        for (int i = 0; i < FailedKeyLimit.MaxClients + 5; i++)
        {
            limit.Count($"client {i}");
            time.Advance(TimeSpan.FromTicks(1));
        }

        limit.Clients.ShouldBe(FailedKeyLimit.MaxClients);
        limit.WaitOf("client 4").ShouldBeNull();
        limit.WaitOf("client 5").ShouldNotBeNull();
        time.Advance(TimeSpan.FromMinutes(1));
        limit.Count("another");
        limit.Clients.ShouldBe(1);
    }
}

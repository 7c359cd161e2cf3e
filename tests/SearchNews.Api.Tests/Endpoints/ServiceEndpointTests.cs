using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Hosting;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Tests.Endpoints;

/// <summary>Routes about the service itself: info, health, index.</summary>
public sealed class ServiceEndpointTests(ApiFixture fixture)
{
    private ApiServer Server => fixture.Server;

    [Fact]
    public async Task Info_Get_SaysWhatIsServed()
    {
        JsonElement json = (await Server.GetAsync("/v1/info")).ShouldBeJson();
        json.GetProperty("generation").GetString().ShouldBe("g000002");
        json.GetProperty("articles").GetInt64().ShouldBe(25);
        json.GetProperty("stories").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Info_AnyParameter_Is400() => (await Server.GetAsync("/v1/info?verbose=1")).ShouldBeProblem(400, "invalid-request");

    [Theory]
    [InlineData("/healthz", "ok")]
    [InlineData("/readyz", "ready")]
    public async Task Health_Get_IsNotKept(string target, string status)
    {
        ApiAnswer answer = await Server.GetAsync(target);
        answer.ShouldBeJson().GetProperty("status").GetString().ShouldBe(status);
        answer.Header("Cache-Control").ShouldBe("no-store");
        answer.Header("Content-Length").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Ready_Degraded_Is200WithTheReason()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        server.Backend.Ready = new ReadyResponse(ReadyResponse.Degraded, "g000003 is damaged");
        (await server.GetAsync("/readyz")).ShouldBeJson().GetProperty("reason").GetString().ShouldBe("g000003 is damaged");
    }

    [Fact]
    public async Task Ready_Unavailable_Is503AndSoAreReads()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        server.Backend.Ready = new ReadyResponse(ReadyResponse.Unavailable, "no index was built yet");
        foreach (string target in (string[])["/readyz", "/v1/info", "/v1/search?q=x", "/v1/articles/plain"])
        {
            ApiAnswer answer = await server.GetAsync(target);
            answer.ShouldBeProblem(503, "unavailable").GetProperty("detail").GetString().ShouldBe("no index was built yet");
            answer.Header("Retry-After").ShouldBe("5");
        }

        (await server.GetAsync("/healthz")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Ready_Stopping_Is503()
    {
        // The signal alone: the server has not begun to close its connections.
        await using ApiServer server = await ApiServer.StartAsync();
        (await server.GetAsync("/readyz")).Status.ShouldBe(HttpStatusCode.OK);
        var stopping = (IHostApplicationLifetime)server.Services.GetService(typeof(IHostApplicationLifetime))!;
        stopping.StopApplication();
        (await server.GetAsync("/readyz")).ShouldBeProblem(503, "unavailable").GetProperty("detail").GetString().ShouldBe("the service is stopping");
        (await server.GetAsync("/healthz")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Index_Get_ListsTheRoutes()
    {
        ApiAnswer answer = await Server.GetAsync("/", ("Accept", "text/plain"));
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Header("Content-Type").ShouldBe("text/plain; charset=utf-8");
        JsonElement paths = (await Server.GetAsync("/openapi/v1.json")).Json.GetProperty("paths");
        foreach (JsonProperty path in paths.EnumerateObject().Where(p => p.Name is not "/" and not "/problems/{slug}")) answer.Body.ShouldContain($"{path.Value.EnumerateObject().First().Name.ToUpperInvariant()} {path.Name}");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/problems/busy")]
    [InlineData("/v1/info")]
    [InlineData("/v1/search")]
    [InlineData("/v1/articles/plain")]
    [InlineData("/v1/articles/plain/similar")]
    [InlineData("/v1/explain?id=plain")]
    public async Task Head_EveryRoute_IsAnsweredLikeGet(string target)
    {
        ApiAnswer head = await Server.SendAsync(HttpMethod.Head, target);
        head.Status.ShouldBe(HttpStatusCode.OK);
        head.Body.ShouldBeEmpty();
        head.Header("Content-Type").ShouldBe((await Server.GetAsync(target)).Header("Content-Type"));
    }
}

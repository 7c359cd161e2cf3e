using System.Net;

namespace SearchNews.Api.Tests.Limits;

/// <summary>What happens when answers take long or come in crowds.</summary>
public sealed class LoadLimitTests
{
    [Fact]
    public async Task Get_PastTheDeadline_Is503AndTheSearchIsCancelled()
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { Deadline = TimeSpan.FromMilliseconds(100) });
        ApiAnswer answer = await server.GetAsync("/v1/search?q=slow").WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        answer.ShouldBeProblem(503, "timeout").GetProperty("detail").GetString()!.ShouldContain("100 ms");
        answer.Header("Retry-After").ShouldBe("1");
        (await server.Backend.Cancelled.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken)).ShouldBeTrue();
    }

    [Fact]
    public async Task Get_SearchOutOfTime_IsAPartialAnswerThatNobodyKeeps()
    {
        await using ApiServer server = await ApiServer.StartAsync();

        ApiAnswer answer = await server.GetAsync("/v1/search?q=late");

        answer.ShouldBeJson().GetProperty("meta").GetProperty("partial").GetBoolean().ShouldBeTrue();
        answer.Header("Cache-Control").ShouldBe("no-store");
        answer.Header("ETag").ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_MoreThanInFlightAndQueue_Is503AtOnceWhileTheOthersAreAnswered()
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { MaxInFlight = 1, MaxQueued = 1, Deadline = TimeSpan.FromSeconds(30) });
        Task<ApiAnswer> working = server.GetAsync("/v1/search?q=held");
        await server.Backend.Entered.WaitAsync(TestContext.Current.CancellationToken);
        Task<ApiAnswer>[] others = [server.GetAsync("/v1/search?q=a"), server.GetAsync("/v1/info")];

        Task<ApiAnswer> refused = await Task.WhenAny(others);
        ApiAnswer answer = await refused;
        answer.ShouldBeProblem(503, "busy");
        answer.Header("Retry-After").ShouldBe("1");
        (await server.GetAsync("/healthz")).Status.ShouldBe(HttpStatusCode.OK);
        (await server.GetAsync("/readyz")).Status.ShouldBe(HttpStatusCode.OK);
        Task<ApiAnswer> waiting = others.Single(t => t != refused);
        waiting.IsCompleted.ShouldBeFalse();

        server.Backend.Release();
        (await working).ShouldBeJson();
        (await waiting).ShouldBeJson();
        (await server.GetAsync("/v1/search?q=a")).ShouldBeJson();
    }

    [Fact]
    public async Task Get_ClientGoesAway_CancelsTheSearchWithoutNoise()
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { Deadline = TimeSpan.FromMinutes(1) });
        using (var client = new System.Net.Sockets.TcpClient())
        {
            await client.ConnectAsync(server.Address.Host, server.Address.Port, TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync("GET /v1/search?q=slow HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
            await server.Backend.Entered.WaitAsync(TestContext.Current.CancellationToken);
        }

        (await server.Backend.Cancelled.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken)).ShouldBeTrue();
        (await server.GetAsync("/healthz")).Status.ShouldBe(HttpStatusCode.OK);
        server.Logs.All.Where(r => r.Level >= Microsoft.Extensions.Logging.LogLevel.Warning).ShouldBeEmpty();
    }
}

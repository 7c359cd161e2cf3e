using System.Net;
using System.Text.Json;
using SearchNews.Search.Indexing;

namespace SearchNews.Api.Tests.Admin;

/// <summary>Rebuilds and updates as jobs.</summary>
public sealed class JobTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Rebuild_Started_CanBeWatchedToItsReport()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        server.Maintainer.Holds = true;

        ApiAnswer started = await server.AdminAsync(HttpMethod.Post, "/rebuild?keep=3&allowShrink=true");
        started.Status.ShouldBe(HttpStatusCode.Accepted, started.Body);
        started.Header("Cache-Control").ShouldBe("no-store");
        string id = started.Json.GetProperty("id").GetString()!;
        started.Header("Location").ShouldBe("/v1/admin/jobs/" + id);
        started.Json.GetProperty("kind").GetString().ShouldBe("rebuild");
        await EnteredAsync(server);

        JsonElement running = (await JobAsync(server, id)).ShouldBeJson();
        running.GetProperty("state").GetString().ShouldBe("running");
        running.GetProperty("progress").GetProperty("stage").GetString().ShouldBe("indexing");
        (running.GetProperty("progress").GetProperty("done").GetInt32(), running.GetProperty("progress").GetProperty("total").GetInt32()).ShouldBe((3, 10));
        running.GetProperty("report").ValueKind.ShouldBe(JsonValueKind.Null);
        running.GetProperty("error").ValueKind.ShouldBe(JsonValueKind.Null);

        server.Maintainer.Release();
        JsonElement ended = await EndedAsync(server, id);
        ended.GetProperty("state").GetString().ShouldBe("succeeded");
        ended.GetProperty("report").GetProperty("generation").GetString().ShouldBe("g000003");
        ended.GetProperty("report").GetProperty("indexed").GetInt32().ShouldBe(10);
        ended.GetProperty("report").GetProperty("skipped")[0].GetString().ShouldBe("bad.md:1:1: is empty");
        BuildOptions options = server.Maintainer.LastBuild!;
        (options.Keep, options.AllowShrink, options.AllowSkips).ShouldBe((3, true, false));
    }

    [Fact]
    public async Task Start_WhileOneRuns_Is409ThatNamesIt()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        server.Maintainer.Holds = true;
        string id = (await server.AdminAsync(HttpMethod.Post, "/rebuild")).Json.GetProperty("id").GetString()!;
        await EnteredAsync(server);

        foreach (string other in new[] { "/rebuild", "/update", "/rollback" })
        {
            JsonElement problem = (await server.AdminAsync(HttpMethod.Post, other)).ShouldBeProblem(409, "job-running");
            problem.GetProperty("job").GetString().ShouldBe(id);
            problem.GetProperty("detail").GetString()!.ShouldContain("/v1/admin/jobs/" + id);
        }

        server.Maintainer.Release();
        await EndedAsync(server, id);
        (await server.AdminAsync(HttpMethod.Post, "/rollback")).ShouldBeJson();
    }

    [Fact]
    public async Task Start_ManyAtOnce_OneRuns()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        server.Maintainer.Holds = true;
        ApiAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => server.AdminAsync(HttpMethod.Post, "/rebuild")));
        answers.Count(a => a.Status == HttpStatusCode.Accepted).ShouldBe(1);
        answers.Count(a => a.Status == HttpStatusCode.Conflict).ShouldBe(19);
        server.Maintainer.Release();
        await EndedAsync(server, answers.Single(a => a.Status == HttpStatusCode.Accepted).Json.GetProperty("id").GetString()!);
        server.Maintainer.Entered.CurrentCount.ShouldBe(1);
    }

    [Fact]
    public async Task Delete_Running_CancelsAndMayBeRepeated()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        server.Maintainer.Holds = true;
        string id = (await server.AdminAsync(HttpMethod.Post, "/update?fullHash=1")).Json.GetProperty("id").GetString()!;
        await EnteredAsync(server);
        server.Maintainer.LastUpdate!.FullHash.ShouldBeTrue();

        (await server.AdminAsync(HttpMethod.Delete, "/jobs/" + id)).ShouldBeJson().GetProperty("id").GetString().ShouldBe(id);
        (await EndedAsync(server, id)).GetProperty("state").GetString().ShouldBe("cancelled");
        (await server.AdminAsync(HttpMethod.Delete, "/jobs/" + id)).ShouldBeJson().GetProperty("state").GetString().ShouldBe("cancelled");
    }

    [Fact]
    public async Task Delete_Ended_StaysAsItIs()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        string id = (await server.AdminAsync(HttpMethod.Post, "/update")).Json.GetProperty("id").GetString()!;
        (await EndedAsync(server, id)).GetProperty("report").GetProperty("unchanged").GetInt32().ShouldBe(24);
        (await server.AdminAsync(HttpMethod.Delete, "/jobs/" + id)).ShouldBeJson().GetProperty("state").GetString().ShouldBe("succeeded");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task Send_UnknownJob_Is404(string method)
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        (await server.AdminAsync(new HttpMethod(method), "/jobs/nothing")).ShouldBeProblem(404, "unknown-job");
    }

    public static TheoryData<Exception, string, string> Failures() => new()
    {
        { new BuildRefusedException("The new generation would have 3 articles."), "refused", "3 articles" },
        { new SearchNews.Search.Generations.IndexLockedException(new SearchNews.Search.Generations.WriterHolder(7, "index rebuild")), "locked", "process 7" },
        { new SearchNews.Search.BackendUnavailableException("There is no sound generation."), "unavailable", "no sound" },
        { new IOException("No space left on device : '" + FakeBackend.Secret + "'"), "storage", "IOException" },
        { new UnauthorizedAccessException(FakeBackend.Secret), "storage", "UnauthorizedAccessException" },
        { new InvalidOperationException(FakeBackend.Secret), "internal", "InvalidOperationException" },
        { new OperationCanceledException(FakeBackend.Secret), "internal", "OperationCanceledException" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Rebuild_Fails_IsAFailedJobAndNoMore(Exception failure, string code, string message)
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        server.Maintainer.Failure = failure;
        string id = (await server.AdminAsync(HttpMethod.Post, "/rebuild")).Json.GetProperty("id").GetString()!;

        JsonElement ended = await EndedAsync(server, id);
        ended.GetProperty("state").GetString().ShouldBe("failed");
        ended.GetProperty("error").GetProperty("code").GetString().ShouldBe(code);
        ended.GetProperty("error").GetProperty("message").GetString()!.ShouldContain(message);
        ended.GetRawText().ShouldNotContain(FakeBackend.Secret);
        server.Logs.All.ShouldContain(l => l.Exception == failure);
        server.Maintainer.Failure = null;
        string next = (await server.AdminAsync(HttpMethod.Post, "/rebuild")).Json.GetProperty("id").GetString()!;
        (await EndedAsync(server, next)).GetProperty("state").GetString().ShouldBe("succeeded");
    }

    [Fact]
    public async Task Stop_WhileOneRuns_CancelsItAndWaits()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        server.Maintainer.Holds = true;
        (await server.AdminAsync(HttpMethod.Post, "/rebuild")).Status.ShouldBe(HttpStatusCode.Accepted);
        await EnteredAsync(server);

        await server.StopAsync().WaitAsync(Patience, TestContext.Current.CancellationToken);

        server.Maintainer.Cancelled.CurrentCount.ShouldBe(1);
        server.Logs.All.ShouldContain(l => l.Message.Contains(" cancelled after "));
    }

    [Fact]
    public async Task Get_AfterElevenJobs_TheFirstIsForgotten()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        var ids = new List<string>();
        for (int i = 0; i < 11; i++)
        {
            ids.Add((await server.AdminAsync(HttpMethod.Post, "/update")).Json.GetProperty("id").GetString()!);
            await EndedAsync(server, ids[^1]);
        }

        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(11);
        (await JobAsync(server, ids[0])).ShouldBeProblem(404, "unknown-job");
        foreach (string id in ids.Skip(1)) (await JobAsync(server, id)).ShouldBeJson();
    }

    [Theory]
    [InlineData("/rebuild", "{\"keep\":5,\"allowSkips\":true}", 5, false, true)]
    [InlineData("/rebuild?keep=7", "{\"allowShrink\":true}", 7, true, false)]
    [InlineData("/rebuild", "{}", 2, false, false)]
    [InlineData("/rebuild", "{\"keep\":null}", 2, false, false)]
    [InlineData("/rebuild", "", 2, false, false)]
    public async Task Rebuild_OptionsInTheBody_AreRead(string target, string body, int keep, bool allowShrink, bool allowSkips)
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        ApiAnswer answer = await server.AdminAsync(HttpMethod.Post, target, body, "application/json; charset=utf-8");
        answer.Status.ShouldBe(HttpStatusCode.Accepted, answer.Body);
        await EnteredAsync(server);
        BuildOptions options = server.Maintainer.LastBuild!;
        (options.Keep, options.AllowShrink, options.AllowSkips).ShouldBe((keep, allowShrink, allowSkips));
    }

    [Theory]
    [InlineData("/rebuild?keep=0", null, "keep")]
    [InlineData("/rebuild?keep=1001", null, "keep")]
    [InlineData("/rebuild?kep=2", null, "kep")]
    [InlineData("/rebuild?source=/etc", null, "source")]
    [InlineData("/update?allowSkips=yes", null, "allowSkips")]
    [InlineData("/rebuild?keep=2", "{\"keep\":2}", "keep")]
    [InlineData("/rebuild", "{\"keep\":[1]}", "keep")]
    [InlineData("/rebuild", "{\"keep\":[[1]]}", "body")]
    [InlineData("/rebuild", "{\"keep\":1", "body")]
    [InlineData("/rebuild", "[]", "body")]
    [InlineData("/rebuild", "[[[[[[[[[[[[[[[[[[[[[[[[[[", "body")]
    public async Task Start_ImpossibleOptions_Is400ThatNamesThem(string target, string? body, string parameter)
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        (await server.AdminAsync(HttpMethod.Post, target, body, "application/json")).ShouldBeProblem(400, "invalid-request").GetProperty("errors").TryGetProperty(parameter, out _).ShouldBeTrue();
        server.Maintainer.LastBuild.ShouldBeNull();
        server.Maintainer.LastUpdate.ShouldBeNull();
    }

    [Fact]
    public async Task Rebuild_BodyOfAnotherType_Is415()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        (await server.AdminAsync(HttpMethod.Post, "/rebuild", "keep=2", "application/x-www-form-urlencoded")).ShouldBeProblem(415, "unsupported-media-type");
    }

    [Theory]
    [InlineData("GET", "/v1/admin/rebuild", 405)]
    [InlineData("PUT", "/v1/admin/rollback", 405)]
    [InlineData("POST", "/v1/admin", 404)]
    [InlineData("GET", "/v1/admin/jobs", 404)]
    public async Task Send_OtherMethodsAndRoutes_AreRefused(string method, string target, int status)
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        (await server.SendAsync(new HttpMethod(method), target, ("Authorization", "Bearer " + ApiServer.AdminKey))).ShouldBeProblem(status, status == 405 ? "method-not-allowed" : "unknown-route");
    }

    [Fact]
    public async Task Ready_MaintainerHasAProblem_IsDegradedAndSaysWhy()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        server.Maintainer.Problem = "Watching the folder fails.";
        JsonElement ready = (await server.GetAsync("/readyz")).ShouldBeJson();
        (ready.GetProperty("status").GetString(), ready.GetProperty("reason").GetString()).ShouldBe(("degraded", "Watching the folder fails."));
        server.Maintainer.Problem = null;
        (await server.GetAsync("/readyz")).ShouldBeJson().GetProperty("status").GetString().ShouldBe("ready");
    }

    private static async Task EnteredAsync(ApiServer server) => (await server.Maintainer.Entered.WaitAsync(Patience, TestContext.Current.CancellationToken)).ShouldBeTrue();

    private static Task<ApiAnswer> JobAsync(ApiServer server, string id) => server.AdminAsync(HttpMethod.Get, "/jobs/" + id);

    private static async Task<JsonElement> EndedAsync(ApiServer server, string id)
    {
        long started = System.Diagnostics.Stopwatch.GetTimestamp();
        while (true)
        {
            JsonElement job = (await JobAsync(server, id)).ShouldBeJson();
            if (job.GetProperty("state").GetString() != "running") return job;
            System.Diagnostics.Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Patience);
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}

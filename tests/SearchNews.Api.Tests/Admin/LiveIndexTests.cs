using System.Net;
using System.Text.Json;

namespace SearchNews.Api.Tests.Admin;

/// <summary>Admin routes over a real index and a real folder.</summary>
public sealed class LiveIndexTests : IAsyncLifetime
{
    private static readonly string[] PathTricks =
    [
        "..%2Foutside", "..%2Fnew", "2021%2F..%2F..%2Foutside", "%2Ftmp%2Fevil", "2021%2F", "2021%2F%2Fai", ".%2Fplain", "%2E%2E%2Foutside", "..%5Coutside", "a%5Cb", "%5C",
        "a%0Ab%2F..%2F..%2F..%2Foutside", "%252E%252E%2F..%2Foutside", "a%00b", "a%2F%00",
    ];

    private LiveIndex? _index;

    private LiveIndex Index => _index ?? throw new InvalidOperationException("the index was not built");

    private ApiServer Server => Index.Server;

    public async ValueTask InitializeAsync() => _index = await LiveIndex.StartAsync();

    public ValueTask DisposeAsync() => Index.DisposeAsync();

    [Fact]
    public async Task Put_ThenDelete_IsInFolderAndAnswersAtOnce()
    {
        (await Index.TotalAsync()).ShouldBe(2);
        ApiAnswer created = await Server.AdminAsync(HttpMethod.Put, "/articles/2022%2F01%2Fnew%20one", LiveIndex.Article("New"));
        created.Status.ShouldBe(HttpStatusCode.Created, created.Body);
        (await Index.TotalAsync()).ShouldBe(3);
        Index.Files()[Path.Combine("articles", "2022", "01", "new one.md")].ShouldBe(LiveIndex.Article("New"));
        (await Server.GetAsync(created.Header("Location"))).ShouldBeJson().GetProperty("title").GetString().ShouldBe("New moon");
        JsonElement meta = (await Server.GetAsync("/v1/search?q=moon")).ShouldBeJson().GetProperty("meta");
        meta.GetProperty("commit").GetInt64().ShouldBe(created.Json.GetProperty("commit").GetInt64());
        meta.GetProperty("generation").GetString().ShouldBe(created.Json.GetProperty("generation").GetString());

        (await Server.AdminAsync(HttpMethod.Put, "/articles/2022%2F01%2Fnew%20one", LiveIndex.Article("Newer"))).Status.ShouldBe(HttpStatusCode.OK);
        (await Server.GetAsync(created.Header("Location"))).ShouldBeJson().GetProperty("title").GetString().ShouldBe("Newer moon");
        (await Server.AdminAsync(HttpMethod.Delete, "/articles/2022%2F01%2Fnew%20one")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await Index.TotalAsync()).ShouldBe(2);
        (await Server.AdminAsync(HttpMethod.Delete, "/articles/2022%2F01%2Fnew%20one")).ShouldBeProblem(404, "unknown-article");
    }

    [Fact]
    public async Task Put_NoArticle_Is422AndNothingIsWritten()
    {
        Dictionary<string, string> before = Index.Files();
        JsonElement problem = (await Server.AdminAsync(HttpMethod.Put, "/articles/plain", "---\ntitle: [\n---\n")).ShouldBeProblem(422, "invalid-article");
        JsonElement fault = problem.GetProperty("diagnostics").EnumerateArray().First(d => d.GetProperty("severity").GetString() == "error");
        fault.GetProperty("line").GetInt32().ShouldBeGreaterThan(1);
        fault.GetProperty("message").GetString().ShouldNotBeNullOrWhiteSpace();
        Index.Files().ShouldBe(before, ignoreOrder: true);
        (await Index.TotalAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task PutAndDelete_PathTricks_AreRefusedAndTouchNothing()
    {
        Dictionary<string, string> before = Index.Files();
        string text = LiveIndex.Article("Evil");
        foreach (string segment in PathTricks)
        {
            foreach (string method in new[] { "PUT", "DELETE" })
            {
                string head = $"{method} /v1/admin/articles/{segment} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer {ApiServer.AdminKey}\r\n";
                (int status, string answer) = await RawHttp.SendAsync(Server.Address, $"{head}Content-Type: text/markdown\r\nContent-Length: {text.Length}\r\n\r\n{text}");
                status.ShouldBeOneOf([400, 404], $"{method} {segment}: {answer}");
                answer.ShouldNotContain(Index.Source);
            }
        }

        Index.Files().ShouldBe(before, ignoreOrder: true);
        (await Index.TotalAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Put_NameOf255Bytes_FitsAndLongerIsRefused()
    {
        (await Server.AdminAsync(HttpMethod.Put, "/articles/" + new string('a', 240), LiveIndex.Article("Long"))).Status.ShouldBe(HttpStatusCode.Created);
        (await Server.AdminAsync(HttpMethod.Put, "/articles/" + new string('a', 256), LiveIndex.Article("Longer"))).ShouldBeProblem(400, "invalid-request");
        (await Index.TotalAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task RebuildUpdateRollback_RunToTheirEnds()
    {
        await File.WriteAllTextAsync(Path.Combine(Index.Source, "more.md"), LiveIndex.Article("More"), TestContext.Current.CancellationToken);
        JsonElement update = await EndedAsync((await Server.AdminAsync(HttpMethod.Post, "/update")).Header("Location"));
        (update.GetProperty("state").GetString(), update.GetProperty("report").GetProperty("indexed").GetInt32()).ShouldBe(("succeeded", 1), update.GetRawText());
        (await Index.TotalAsync()).ShouldBe(3);

        JsonElement rebuild = await EndedAsync((await Server.AdminAsync(HttpMethod.Post, "/rebuild")).Header("Location"));
        (rebuild.GetProperty("state").GetString(), rebuild.GetProperty("report").GetProperty("generation").GetString()).ShouldBe(("succeeded", "g000002"), rebuild.GetRawText());
        rebuild.GetProperty("progress").GetProperty("stage").GetString().ShouldBe("verifying");

        (await Server.AdminAsync(HttpMethod.Post, "/rollback")).ShouldBeJson().GetProperty("generation").GetString().ShouldBe("g000001");
        (await Server.GetAsync("/v1/info")).ShouldBeJson().GetProperty("generation").GetString().ShouldBe("g000001");
        (await Server.AdminAsync(HttpMethod.Post, "/rollback")).ShouldBeProblem(409, "no-earlier-generation");
    }

    [Fact]
    public async Task Rebuild_WouldShrink_IsRefusedUnlessAllowed()
    {
        File.Delete(Path.Combine(Index.Source, "plain.md"));
        JsonElement refused = await EndedAsync((await Server.AdminAsync(HttpMethod.Post, "/rebuild")).Header("Location"));
        (refused.GetProperty("state").GetString(), refused.GetProperty("error").GetProperty("code").GetString()).ShouldBe(("failed", "refused"), refused.GetRawText());
        (await Index.TotalAsync()).ShouldBe(2);
        (await EndedAsync((await Server.AdminAsync(HttpMethod.Post, "/rebuild?allowShrink=1")).Header("Location"))).GetProperty("state").GetString().ShouldBe("succeeded");
        (await Index.TotalAsync()).ShouldBe(1);
    }

    private async Task<JsonElement> EndedAsync(string address)
    {
        long started = System.Diagnostics.Stopwatch.GetTimestamp();
        while (true)
        {
            JsonElement job = (await Server.AdminAsync(HttpMethod.Get, address["/v1/admin".Length..])).ShouldBeJson();
            if (job.GetProperty("state").GetString() != "running") return job;
            System.Diagnostics.Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(20));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}

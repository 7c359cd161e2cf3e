using System.Net;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Tests.Observability;

public sealed class MetricsEndpointTests
{
    private const string Latency = "searchnews_http_request_duration_seconds";

    public static readonly string[] Hostile =
    [
        "/v1/search?q=%22%7D%20999%0A%23%20TYPE%20forged%20counter", "/v1/search?q=%1B%5B31m%E2%80%AE", "/v1/%22%7B%7D%0Aforged_total%201", "/x%0a%0d%5c%22", "/v1/articles/%22%0A", "/v1/facets/%7Ble%3D",
        "/v1/search?q=boom", "/v1/search?q=down", "/v1/search?%0A=%0A",
    ];

    [Fact]
    public async Task Get_UnderHostileRequests_Parses()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        foreach (string target in Hostile) await server.GetAsync(target);
        await server.SendAsync(new HttpMethod("FORGED"), "/v1/info");

        ApiAnswer answer = await server.GetAsync("/metrics");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Header("Content-Type").ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        answer.Header("Cache-Control").ShouldBe("no-store");
        answer.Body.ShouldNotContain("forged", Case.Insensitive);
        Dictionary<string, double> samples = PrometheusParser.Parse(answer.Body);
        samples["searchnews_ready"].ShouldBe(1);
        samples["searchnews_index_generation"].ShouldBe(2);
        samples["searchnews_index_commit"].ShouldBe(7);
        samples["searchnews_articles"].ShouldBe(25);
        samples["process_resident_memory_bytes"].ShouldBeGreaterThan(1 << 20);
        samples["searchnews_in_flight{kind=\"read\"}"].ShouldBe(0);
        samples.ShouldContainKey("searchnews_rebuild_seconds");
        samples.ShouldContainKey("dotnet_collection_count_total{generation=\"0\"}");
    }

    [Fact]
    public async Task Get_ManyRequestsAtOnce_AreCountedExactly()
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { MaxQueued = 1000 });
        await Parallel.ForAsync(0, 300, TestContext.Current.CancellationToken, async (i, _) => await server.GetAsync(i % 3 == 0 ? "/v1/nothing" : $"/v1/search?q=word{i}"));

        Dictionary<string, double> samples = await SamplesAsync(server, s => CountOf(s, "/v1/search", 200) + CountOf(s, "(none)", 404) == 300);

        CountOf(samples, "/v1/search", 200).ShouldBe(200);
        CountOf(samples, "(none)", 404).ShouldBe(100);
    }

    [Fact]
    public async Task Get_WithoutIndex_StillAnswers()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        server.Backend.Ready = new ReadyResponse(ReadyResponse.Unavailable, "gone");
        Dictionary<string, double> samples = PrometheusParser.Parse((await server.GetAsync("/metrics")).Body);
        samples["searchnews_ready"].ShouldBe(0);
        samples.ShouldNotContainKey("searchnews_articles");
    }

    [Fact]
    public async Task Get_RefusedForLoad_IsCounted()
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { MaxInFlight = 1, MaxQueued = 1, Deadline = TimeSpan.FromSeconds(30) });
        Task<ApiAnswer> working = server.GetAsync("/v1/search?q=held");
        await server.Backend.Entered.WaitAsync(TestContext.Current.CancellationToken);
        Task<ApiAnswer>[] others = [server.GetAsync("/v1/info"), server.GetAsync("/v1/info")];
        await await Task.WhenAny(others);

        Dictionary<string, double> samples = await SamplesAsync(server, _ => true);

        samples["searchnews_in_flight{kind=\"read\"}"].ShouldBe(1);
        samples["searchnews_queued{kind=\"read\"}"].ShouldBe(1);
        samples["searchnews_rejected_total{kind=\"read\"}"].ShouldBe(1);
        samples["searchnews_http_requests_in_progress"].ShouldBeGreaterThanOrEqualTo(3);
        server.Backend.Release();
        await working;
        await Task.WhenAll(others);
    }

    [Fact]
    public async Task Search_NothingFound_IsCountedAndListed()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync(o => o with { ZeroResultQueries = 2 });
        server.Backend.Found = 0;
        foreach (string query in (string[])["rare", "often", "often", "often", "", "twice", "twice"]) await server.GetAsync($"/v1/search?q={query}");

        Dictionary<string, double> samples = PrometheusParser.Parse((await server.GetAsync("/metrics")).Body);
        ApiAnswer answer = await server.AdminAsync(HttpMethod.Get, "/zero-results");

        samples["searchnews_zero_result_searches_total"].ShouldBe(6);
        answer.ShouldBeJson().GetProperty("total").GetInt64().ShouldBe(6);
        answer.Json.GetProperty("queries").EnumerateArray().Select(q => q.GetProperty("query").GetString()).ShouldBe(["often", "twice"]);
        answer.Header("Cache-Control").ShouldBe("no-store");
    }

    [Fact]
    public async Task Search_Slow_IsLoggedOnceOnOneLine()
    {
        // The fake backend says that each search takes 1.25 ms.
        await using ApiServer server = await ApiServer.StartAsync(o => o with { SlowQuery = TimeSpan.FromMilliseconds(1.25) });
        await server.GetAsync("/v1/search?q=moon%0A%1B%5B31m%E2%80%AEforged");

        LogRecord line = server.Logs.All.Where(r => r.Category.EndsWith(".SearchObserver", StringComparison.Ordinal)).ShouldHaveSingleItem();

        line.Message.ShouldStartWith("Slow search 'moon\\u000a\\u001b[31m\\u202eforged': 1.25 ms, 25 articles, partial False, /v1/search, g000002");
        PrometheusParser.Parse((await server.GetAsync("/metrics")).Body)["searchnews_slow_searches_total"].ShouldBe(1);
    }

    [Theory]
    [InlineData(1.26)]
    [InlineData(0)]
    public async Task Search_QuickOrOff_IsNotLogged(double milliseconds)
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { SlowQuery = TimeSpan.FromMilliseconds(milliseconds) });
        await server.GetAsync("/v1/search?q=moon");
        server.Logs.All.ShouldAllBe(r => !r.Message.Contains("Slow", StringComparison.Ordinal));
    }

    private static double CountOf(Dictionary<string, double> samples, string route, int status) =>
        samples.GetValueOrDefault($"{Latency}_count{{method=\"GET\",route=\"{route}\",status=\"{status}\"}}");

    /// <summary>A request is counted after its answer was sent, which the client may see before.</summary>
    private static async Task<Dictionary<string, double>> SamplesAsync(ApiServer server, Func<Dictionary<string, double>, bool> until)
    {
        for (int i = 0; ; i++)
        {
            Dictionary<string, double> samples = PrometheusParser.Parse((await server.GetAsync("/metrics")).Body);
            if (until(samples) || i == 200) return samples;
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}

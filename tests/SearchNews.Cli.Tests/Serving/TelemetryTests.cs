using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace SearchNews.Cli.Tests.Serving;

/// <summary>Spans and metrics reach a collector that speaks OTLP over HTTP.</summary>
public sealed class TelemetryTests : IDisposable
{
    // What one search leaves, each sent when it is due: the server is killed at the end, so all of it is waited for.
    private static readonly (string Path, string Name)[] Expected =
    [
        ("/v1/traces", "search.parse"), ("/v1/traces", "search.collect"), ("/v1/traces", "search.read"), ("/v1/traces", "Microsoft.AspNetCore"),
        ("/v1/metrics", "searchnews.documents.scored"), ("/v1/metrics", "http.server.request.duration"),
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Serve_WithACollector_SendsSpansAndMetrics()
    {
        using var collector = new HttpListener();
        int port = Listen(collector);
        var received = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        Task collecting = CollectAsync(collector, received);
        _folder.WriteFile("index/articles/moon.md", "---\ntitle: Moon landing\n---\n");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{port}",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
        };
        using (ServerProcess server = await ServerProcess.StartAsync(_folder.Combine("index"), environment))
        {
            using var client = new HttpClient { BaseAddress = server.Address };
            await WaitUntilReadyAsync(client);
            await client.GetStringAsync("/v1/search?q=secretword", TestContext.Current.CancellationToken);
            for (int i = 0; i < 200 && !Expected.All(sent => Has(received, sent.Path, sent.Name)); i++) await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        collector.Stop();
        await collecting;
        foreach ((string path, string name) in Expected) Has(received, path, name).ShouldBeTrue(name);
        received.Values.ShouldAllBe(sent => !sent.Contains("secretword", StringComparison.Ordinal), "what people type stays here");
    }

    [Theory]
    [InlineData("Otlp:Endpoint=nowhere", "Otlp:Endpoint")]
    [InlineData("Otlp:Protocol=smoke", "Otlp:Protocol")]
    public async Task Serve_WrongCollector_Exits2(string setting, string key) =>
        (await Cli.RunAsync("serve", "--index", _folder.Combine("index"), "--set", setting)).ShouldExit(ExitCode.Usage).Error.ShouldContain(key);

    // The first build may still be going on when the service listens.
    private static async Task WaitUntilReadyAsync(HttpClient client)
    {
        for (int i = 0; i < 600; i++)
        {
            using HttpResponseMessage answer = await client.GetAsync("/readyz", TestContext.Current.CancellationToken);
            if (answer.IsSuccessStatusCode) return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail("The service did not become ready within a minute.");
    }

    private static bool Has(ConcurrentDictionary<string, string> received, string path, string text) =>
        received.GetValueOrDefault(path, "").Contains(text, StringComparison.Ordinal);

    private static async Task CollectAsync(HttpListener collector, ConcurrentDictionary<string, string> received)
    {
        while (true)
        {
            try
            {
                HttpListenerContext context = await collector.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);

                // Names are plain text inside of protobuf.
                received.AddOrUpdate(context.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(body.ToArray()), (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    /// <summary>HttpListener cannot choose a free port itself.</summary>
    private static int Listen(HttpListener collector)
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        int port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        collector.Prefixes.Add($"http://127.0.0.1:{port}/");
        collector.Start();
        return port;
    }
}

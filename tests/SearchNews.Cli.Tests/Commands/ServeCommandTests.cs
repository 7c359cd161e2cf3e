using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace SearchNews.Cli.Tests.Commands;

/// <summary>The server as a process of its own, asked over HTTP.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TempFolder _folder = new();
    private readonly HttpClient _client = new();
    private ServerProcess? _server;

    private string Index => _folder.Combine("index");

    public void Dispose()
    {
        _server?.Dispose();
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Serve_FirstStart_BuildsThenFollowsNewGenerations()
    {
        _folder.WriteFile("index/articles/moon.md", "---\ntitle: Moon landing\n---\n");
        Uri server = await StartAsync();
        (await TotalAsync(server, "moon")).ShouldBe(1);

        _folder.WriteFile("index/articles/moons.md", "---\ntitle: The moon of another planet\n---\n");
        (await Cli.RunAsync("index", "rebuild", "--index", Index)).ShouldExit(ExitCode.Done);

        long started = Stopwatch.GetTimestamp();
        while (await TotalAsync(server, "moon") != 2) await BeforeAsync(started);
    }

    [Fact]
    public async Task Serve_Damaged_Answers503AndRecovers()
    {
        _folder.WriteFile("index/articles/moon.md", "---\ntitle: Moon landing\n---\n");
        (await Cli.RunAsync("index", "rebuild", "--index", Index)).ShouldExit(ExitCode.Done);
        string file = Directory.EnumerateFiles(_folder.Combine("index", "g000001"), "segments_*").Single();
        byte[] bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 0x55;
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        Uri server = await StartAsync();
        (await StatusAsync(server, "/readyz")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(server, "/v1/search?q=moon")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(server, "/healthz")).ShouldBe(HttpStatusCode.OK);

        (await Cli.RunAsync("index", "rebuild", "--index", Index)).ShouldExit(ExitCode.Done);
        long started = Stopwatch.GetTimestamp();
        while (await StatusAsync(server, "/readyz") != HttpStatusCode.OK) await BeforeAsync(started);
        (await TotalAsync(server, "moon")).ShouldBe(1);
    }

    [Fact]
    public async Task Serve_NothingToBuildFrom_Exits4() =>
        (await Cli.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--index", Index)).ShouldExit(ExitCode.IndexUnusable).Error.ShouldContain("searchnews index rebuild FOLDER");

    private async Task<Uri> StartAsync()
    {
        _server = await ServerProcess.StartAsync(Index);
        return _server.Address;
    }

    private async Task<int> TotalAsync(Uri server, string query)
    {
        string body = await _client.GetStringAsync(new Uri(server, $"/v1/search?q={query}"), TestContext.Current.CancellationToken);
        using JsonDocument json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("total").GetProperty("articles").GetInt32();
    }

    private async Task<HttpStatusCode> StatusAsync(Uri server, string path)
    {
        using HttpResponseMessage response = await _client.GetAsync(new Uri(server, path), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static Task BeforeAsync(long started)
    {
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Patience);
        return Task.Delay(100, TestContext.Current.CancellationToken);
    }
}

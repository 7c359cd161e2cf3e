using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace SearchNews.Cli.Tests.Serving;

/// <summary>How <c>serve</c> begins and ends, as a process of its own.</summary>
public sealed class ServeStopTests : IDisposable
{
    private static readonly Dictionary<string, string> Nothing = [];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Serve_TerminatedUnderLoad_FinishesWhatItBeganAndExits0()
    {
        _folder.WriteFile("index/articles/moon.md", "---\ntitle: Moon landing\n---\n");
        using ServerProcess server = await ServerProcess.StartAsync(_folder.Combine("index"));
        using var client = new HttpClient { BaseAddress = server.Address };
        int answered = 0;
        var underWay = new TaskCompletionSource();
        Task[] clients = [.. Enumerable.Range(0, 8).Select(_ => AskAsync())];
        await underWay.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        Process.Start("kill", $"-TERM {server.Process.Id}").WaitForExit();
        await server.Process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        await Task.WhenAll(clients);
        server.Process.ExitCode.ShouldBe(ExitCode.Done);

        async Task AskAsync()
        {
            while (true)
            {
                HttpResponseMessage response;
                try
                {
                    response = await client.GetAsync("/v1/search?q=moon", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
                }
                catch (HttpRequestException)
                {
                    // The server takes no more connections; that is how it says no.
                    return;
                }

                using (response)
                {
                    response.StatusCode.ShouldBe(HttpStatusCode.OK);

                    // An answer that began comes to its end.
                    using JsonDocument json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
                    json.RootElement.GetProperty("total").GetProperty("articles").GetInt32().ShouldBe(1);
                    if (Interlocked.Increment(ref answered) == 100) underWay.SetResult();
                }
            }
        }
    }

    [Fact]
    public async Task Serve_AddressInUse_SaysSoInOneLine()
    {
        _folder.WriteFile("index/articles/moon.md", "---\ntitle: Moon landing\n---\n");
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        string url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        string index = _folder.Combine("index");
        (await Cli.RunAsync("index", "rebuild", "--index", index)).ShouldExit(ExitCode.Done);

        CliResult result = await Cli.RunProcessAsync(Nothing, "serve", "--urls", url, "--index", index);

        string error = result.ShouldExit(ExitCode.Failed).Error;
        error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(url);
        error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Serve_HostileQueries_LogsAreJsonLineByLine()
    {
        string log = _folder.Combine("logs", "serve.json");
        _folder.WriteFile("index/articles/moon.md", "---\ntitle: Moon landing\n---\n");
        using (ServerProcess server = await ServerProcess.StartAsync(_folder.Combine("index"), arguments: ["--verbose", "--set", $"Log:File={log}", "--set", "SlowQuery=0.001ms"]))
        {
            using var client = new HttpClient { BaseAddress = server.Address };
            foreach (string query in (string[])["a%0A%7B%22forged%22:1%7D", "%1B%5B2J%0D%0Aforged", "%E2%80%AEforged%22%7D", "%00%01%7F", "%F0%9F%98%80%ED%A0%80", "x%5C%22%0A%0A"])
            {
                using HttpResponseMessage response = await client.GetAsync($"/v1/search?q={query}", TestContext.Current.CancellationToken);
                response.StatusCode.ShouldBe(HttpStatusCode.OK);
            }

            Process.Start("kill", $"-TERM {server.Process.Id}").WaitForExit();
            await server.Process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        }

        string[] lines = [.. Directory.EnumerateFiles(_folder.Combine("logs")).SelectMany(File.ReadLines)];
        int slow = 0;
        foreach (string line in lines)
        {
            line.ShouldAllBe(c => c >= ' ' && c != '\u007f' && c != '\u202e');
            using JsonDocument json = JsonDocument.Parse(line);
            json.RootElement.TryGetProperty("Timestamp", out _).ShouldBeTrue(line);
            json.RootElement.TryGetProperty("forged", out _).ShouldBeFalse();
            if (json.RootElement.GetProperty("MessageTemplate").GetString()!.StartsWith("Slow search", StringComparison.Ordinal)) slow++;
        }

        slow.ShouldBe(6);
    }

    [Theory]
    [InlineData("Log:Format=xml", "Log:Format")]
    [InlineData("Log:FileSize=12", "Log:FileSize")]
    [InlineData("Log:KeepFiles=none", "Log:KeepFiles")]
    public async Task Serve_WrongLogSetting_Exits2(string setting, string key) =>
        (await Cli.RunAsync("serve", "--index", _folder.Combine("index"), "--set", setting)).ShouldExit(ExitCode.Usage).Error.ShouldContain(key);
}

using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>A serving process that changes its index, and commands that find it in their way.</summary>
public sealed class ServeWatchTests : IDisposable
{
    private const string Key = "0123456789abcdef-test";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly Dictionary<string, string> Nothing = [];
    private static readonly Dictionary<string, string> WithKey = new(StringComparer.Ordinal) { ["SEARCHNEWS_ADMIN_KEY"] = Key };

    private readonly TempFolder _folder = new();
    private readonly HttpClient _client = new();

    public ServeWatchTests()
    {
        for (int i = 0; i < 20; i++) _folder.WriteFile($"articles/a{i:D2}.md", $"---\ntitle: Article number {i}\n---\n");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Articles => _folder.Combine("articles");

    private string Index => _folder.Combine("index");

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Serve_Watch_BuildsFollowsAndEnds()
    {
        using ServerProcess server = await ServerProcess.StartAsync(Index, Nothing, "--watch", Articles);
        (await TotalAsync(server, "article")).ShouldBe(20);
        _folder.WriteFile("articles/new.md", "---\ntitle: Zeppelin\n---\n");
        await UntilAsync(async () => await TotalAsync(server, "zeppelin") == 1);
        File.Delete(_folder.Combine("articles", "new.md"));
        await UntilAsync(async () => await TotalAsync(server, "zeppelin") == 0);

        // It has no key, so that nobody can ask it for anything.
        CliResult update = await Cli.RunProcessAsync(WithKey, "index", "update", "--index", Index);
        update.ShouldExit(ExitCode.IndexLocked).Error.ShouldContain("(serve --watch)");
        await KillAsync(server.Process, "TERM");
        await server.Process.WaitForExitAsync(Cancellation);
        server.Process.ExitCode.ShouldBe(ExitCode.Done);
        File.Exists(_folder.Combine("index", "writer.json")).ShouldBeFalse();
        (await Cli.RunAsync("index", "update", "--index", Index)).ShouldExit(ExitCode.Done);
    }

    [Fact]
    public async Task Commands_WhileServing_HandTheirWorkOver()
    {
        using ServerProcess server = await ServerProcess.StartAsync(Index, WithKey, "--watch", Articles);
        JsonElement rebuilt = (await Cli.RunProcessAsync(WithKey, "index", "rebuild", Articles, "--json", "--index", Index)).ShouldExit(ExitCode.Done).Json;
        (rebuilt.GetProperty("generation").GetString(), rebuilt.GetProperty("indexed").GetInt32()).ShouldBe(("g000002", 20));
        (await TotalAsync(server, "article")).ShouldBe(20);

        CliResult updated = (await Cli.RunProcessAsync(WithKey, "index", "update", "--full-hash", "--index", Index)).ShouldExit(ExitCode.Done);
        updated.Output.ShouldContain("20 unchanged");
        updated.Error.ShouldContain("holds the index and does the work");

        (await Cli.RunProcessAsync(WithKey, "index", "rollback", "--index", Index)).ShouldExit(ExitCode.Done).Output.ShouldStartWith("g000001 is live");
        (await Cli.RunProcessAsync(WithKey, "index", "rollback", "--index", Index)).ShouldExit(ExitCode.IndexUnusable).Error.ShouldContain("no sound generation");

        // Another folder, another key, no key: the lock stays the reason.
        (await Cli.RunProcessAsync(WithKey, "index", "update", _folder.CreateFolder("other"), "--index", Index)).ShouldExit(ExitCode.IndexLocked).Error.ShouldContain("It reads articles from");
        var wrong = new Dictionary<string, string>(StringComparer.Ordinal) { ["SEARCHNEWS_ADMIN_KEY"] = Key + "x" };
        (await Cli.RunProcessAsync(wrong, "index", "update", "--index", Index)).ShouldExit(ExitCode.IndexLocked).Error.ShouldContain("It refused");
        (await Cli.RunProcessAsync(Nothing, "index", "update", "--index", Index)).ShouldExit(ExitCode.IndexLocked);
    }

    [Fact]
    public async Task Commands_RefusedWhereTheyAreHandedOver_ExitAsHere()
    {
        (await Cli.RunAsync("index", "rebuild", Articles, "--index", Index)).ShouldExit(ExitCode.Done);
        using ServerProcess server = await ServerProcess.StartAsync(Index, WithKey);
        for (int i = 0; i < 3; i++) File.Delete(_folder.Combine("articles", $"a{i:D2}.md"));
        (await Cli.RunProcessAsync(WithKey, "index", "rebuild", "--index", Index)).ShouldExit(ExitCode.Refused).Error.ShouldContain("--allow-shrink");
        (await Cli.RunProcessAsync(WithKey, "index", "update", "--index", Index)).ShouldExit(ExitCode.Refused).Error.ShouldContain("--allow-shrink");
        (await Cli.RunProcessAsync(WithKey, "index", "update", "--allow-shrink", "--index", Index)).ShouldExit(ExitCode.Done).Output.ShouldContain("3 deleted");
        (await TotalAsync(server, "article")).ShouldBe(17);
    }

    [Fact]
    public async Task Serve_Key_PutsAndDeletesArticles()
    {
        using ServerProcess server = await ServerProcess.StartAsync(Index, WithKey, "--watch", Articles);
        (await SendAsync(server, HttpMethod.Put, "a%2Fzeppelin", "---\ntitle: Zeppelin\n---\n")).ShouldBe(201);
        (await TotalAsync(server, "zeppelin")).ShouldBe(1);
        File.Exists(_folder.Combine("articles", "a", "zeppelin.md")).ShouldBeTrue();
        (await SendAsync(server, HttpMethod.Put, "a%2Fzeppelin", "---\ntitle: Orchid\n---\n")).ShouldBe(200);
        (await TotalAsync(server, "orchid")).ShouldBe(1);
        (await SendAsync(server, HttpMethod.Put, "broken", "no front matter")).ShouldBe(422);
        (await SendAsync(server, HttpMethod.Delete, "a%2Fzeppelin")).ShouldBe(204);
        (await TotalAsync(server, "orchid")).ShouldBe(0);
        (await SendAsync(server, HttpMethod.Delete, "a%2Fzeppelin")).ShouldBe(404);
    }

    [Fact]
    public async Task Serve_KilledAfterAnAnswer_KeepsTheChange()
    {
        using (ServerProcess server = await ServerProcess.StartAsync(Index, WithKey, "--watch", Articles))
        {
            (await SendAsync(server, HttpMethod.Put, "zeppelin", "---\ntitle: Zeppelin\n---\n")).ShouldBe(201);
        }

        using ServerProcess again = await ServerProcess.StartAsync(Index, WithKey, "--watch", Articles);
        (await TotalAsync(again, "zeppelin")).ShouldBe(1);
    }

    [Fact]
    public async Task Serve_ImpossibleKey_IsAUsageError() =>
        (await Cli.RunProcessAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["SEARCHNEWS_ADMIN_KEY"] = "short" }, "serve", "--watch", Articles, "--index", Index, "--urls", "http://127.0.0.1:0"))
            .ShouldExit(ExitCode.Usage).Error.ShouldContain("AdminKey has 5 characters");

    [Fact]
    public async Task Watch_Command_FollowsUntilInterrupted()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "There is no SIGINT to send here.");
        using Process watch = Cli.Start(Nothing, ["index", "watch", Articles, "--json", "--quiet", "--index", Index]);
        await UntilAsync(() => Task.FromResult(File.Exists(_folder.Combine("index", "CURRENT"))));
        _folder.WriteFile("articles/new.md", "---\ntitle: Zeppelin\n---\n");
        string? line = await watch.StandardOutput.ReadLineAsync(Cancellation);
        using (JsonDocument report = JsonDocument.Parse(line!)) report.RootElement.GetProperty("indexed").GetInt32().ShouldBe(1);
        (await Cli.RunAsync("search", "zeppelin", "--json", "--index", Index)).Json.GetProperty("total").GetProperty("articles").GetInt32().ShouldBe(1);
        await KillAsync(watch, "INT");
        (await Cli.EndAsync(watch)).ShouldExit(ExitCode.Interrupted);
        (await Cli.RunAsync("index", "update", "--index", Index)).ShouldExit(ExitCode.Done);
    }

    private static async Task KillAsync(Process process, string signal)
    {
        using Process kill = Process.Start("kill", ["-" + signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Cancellation);
    }

    private async Task<int> TotalAsync(ServerProcess server, string query)
    {
        using JsonDocument json = JsonDocument.Parse(await _client.GetStringAsync(new Uri(server.Address, $"/v1/search?q={query}"), Cancellation));
        return json.RootElement.GetProperty("total").GetProperty("articles").GetInt32();
    }

    private async Task<int> SendAsync(ServerProcess server, HttpMethod method, string id, string? markdown = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(server.Address, $"/v1/admin/articles/{id}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        if (markdown is not null) request.Content = new StringContent(markdown, new MediaTypeHeaderValue("text/markdown"));
        using HttpResponseMessage response = await _client.SendAsync(request, Cancellation);
        return (int)response.StatusCode;
    }

    private async Task UntilAsync(Func<Task<bool>> condition)
    {
        long started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Patience);
            await Task.Delay(50, Cancellation);
        }
    }
}

using System.Diagnostics;
using System.Text.Json;

namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>The program dies, is interrupted or is started twice while it rebuilds an index that is live.</summary>
public sealed class KilledRebuildTests : IDisposable
{
    private const int Articles = 500;

    private static readonly Dictionary<string, string> Nothing = [];

    private readonly TempFolder _folder = new();
    private readonly Random _random = Seeds.Random();
    private readonly ITestOutputHelper _output;

    public KilledRebuildTests(ITestOutputHelper output)
    {
        _output = output;
        for (int i = 0; i < Articles; i++)
        {
            string text = string.Join(' ', Enumerable.Range(0, 120).Select(_ => Some.Word(_random, 2, 9)));
            _folder.WriteFile($"articles/{i % 10}/article-{i}.md", $"---\ntitle: Moon landing number {i}\nexcerpt: {text}\npublishedDateTime: 2024-01-01T00:00:00Z\nquality: {i % 90}\n---\n");
        }
    }

    private string Index => _folder.Combine("index");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rebuild_Killed_LeavesTheLastCompleteGeneration()
    {
        int kills = LongTier.Rounds(5, 100);
        (await RebuildAsync()).ShouldExit(ExitCode.Done);
        var clock = Stopwatch.StartNew();
        (await Cli.RunProcessAsync(Nothing, RebuildArguments)).ShouldExit(ExitCode.Done);
        TimeSpan whole = clock.Elapsed;
        int died = 0;
        int attempts = 0;
        int unfinished = 0;
        int switched = 0;
        while (died < kills && attempts < 4 * kills)
        {
            attempts++;
            string before = await LiveAsync();

            // Moments are spread over the whole run, start and end included.
            TimeSpan moment = whole * ((died + _random.NextDouble()) / kills);
            clock.Restart();
            using Process process = Cli.Start(Nothing, RebuildArguments);
            bool ended = process.WaitForExit(moment);
            if (!ended) process.Kill();
            CliResult result = await Cli.EndAsync(process);
            if (result.Code == 137)
            {
                died++;
            }
            else
            {
                // It was faster than the one before: the rest of the moments must fit into this run.
                result.ShouldExit(ExitCode.Done);
                if (ended && clock.Elapsed < whole) whole = clock.Elapsed;
            }

            string after = await LiveAsync();
            if (after != before) switched++;
            unfinished += Directory.GetDirectories(Index, "g*").Count(g => string.CompareOrdinal(Path.GetFileName(g), after) > 0);
            if (Oracle.MissingReason is null) Oracle.CheckIndex(Path.Combine(Index, after), slow: false);
            (await RebuildAsync()).ShouldExit(ExitCode.Done);
            string next = await LiveAsync();
            string.CompareOrdinal(next, after).ShouldBeGreaterThan(0);
            Directory.GetDirectories(Index, "g*").Select(g => Path.GetFileName(g)).Order(StringComparer.Ordinal).Last().ShouldBe(next);
        }

        _output.WriteLine($"{attempts} rebuilds, {died} killed at moments over {whole.TotalSeconds:0.0} s, {unfinished} left an unfinished generation, {switched} had switched");
        died.ShouldBe(kills);
    }

    [Fact]
    public async Task Rebuild_Interrupted_Exits130AndLeavesTheLiveIndex()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "There is no SIGINT to send here.");
        (await RebuildAsync()).ShouldExit(ExitCode.Done);
        string before = await LiveAsync();
        using Process process = Cli.Start(Nothing, RebuildArguments);
        await WaitForWriterAsync(process);

        using (Process kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        CliResult result = await Cli.EndAsync(process);

        // It may have been past the point where it can be interrupted.
        result.Code.ShouldBeOneOf(ExitCode.Interrupted, ExitCode.Done);
        if (result.Code == ExitCode.Interrupted) (await LiveAsync()).ShouldBe(before);
        (await RebuildAsync()).ShouldExit(ExitCode.Done);
    }

    [Fact]
    public async Task Rebuild_WhileAnotherRuns_Exits5AndNamesIt()
    {
        using Process first = Cli.Start(Nothing, RebuildArguments);
        await WaitForWriterAsync(first);

        CliResult second = await RebuildAsync();
        CliResult ended = await Cli.EndAsync(first);

        ended.ShouldExit(ExitCode.Done);
        second.ShouldExit(ExitCode.IndexLocked);
        second.Error.ShouldContain($"process {first.Id} (index rebuild)");
        (await LiveAsync()).ShouldBe("g000001");
    }

    [Fact]
    public async Task Rebuild_LockLeftByAKilledProcess_IsNoObstacle()
    {
        _folder.WriteFile("index/write.lock", "");
        _folder.WriteFile("index/writer.json", """{"pid":1,"purpose":"index rebuild"}""");

        (await RebuildAsync()).ShouldExit(ExitCode.Done);

        File.Exists(_folder.Combine("index", "writer.json")).ShouldBeFalse();
    }

    private string[] RebuildArguments => ["index", "rebuild", _folder.Combine("articles"), "--index", Index];

    private Task<CliResult> RebuildAsync() => Cli.RunAsync(RebuildArguments);

    /// <summary>The live generation, when the next start can answer from it.</summary>
    private async Task<string> LiveAsync()
    {
        JsonElement stats = (await Cli.RunAsync("index", "stats", "--json", "--index", Index)).ShouldExit(ExitCode.Done).Json;
        stats.GetProperty("articles").GetInt32().ShouldBe(Articles);
        JsonElement found = (await Cli.RunAsync("search", "moon", "--size", "1", "--json", "--index", Index)).ShouldExit(ExitCode.Done).Json;
        found.GetProperty("total").GetProperty("articles").GetInt32().ShouldBe(Articles);
        return stats.GetProperty("generation").GetString()!;
    }

    private async Task WaitForWriterAsync(Process process)
    {
        string holder = process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string path = _folder.Combine("index", "writer.json");
        while (!process.HasExited)
        {
            try
            {
                if (File.Exists(path) && (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Contains(holder, StringComparison.Ordinal)) return;
            }
            catch (IOException)
            {
                // Just deleted.
            }

            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}

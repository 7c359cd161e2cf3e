using System.Diagnostics;
using System.Text.Json;

namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>The program dies while it updates the live index: what was committed serves, and the next update makes up for the rest.</summary>
public sealed class KilledUpdateTests : IDisposable
{
    private const string LongTests = "SEARCHNEWS_LONG_TESTS";
    private const int Articles = 500;

    private static readonly Dictionary<string, string> Nothing = [];

    private readonly TempFolder _folder = new();
    private readonly Random _random = Seeds.Random();
    private readonly ITestOutputHelper _output;

    public KilledUpdateTests(ITestOutputHelper output)
    {
        _output = output;
        for (int i = 0; i < Articles; i++) Write(i, "first");
    }

    private string Index => _folder.Combine("index");

    private string[] UpdateArguments => ["index", "update", "--index", Index];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Update_Killed_LeavesTheOldStateOrTheNew()
    {
        int kills = Environment.GetEnvironmentVariable(LongTests) == "1" ? 200 : 4;
        (await Cli.RunAsync("index", "rebuild", _folder.Combine("articles"), "--index", Index)).ShouldExit(ExitCode.Done);
        TimeSpan whole = TimeSpan.FromSeconds(1);
        int died = 0;
        int old = 0;
        for (int attempt = 0; died < kills && attempt < 6 * kills; attempt++)
        {
            string mark = $"mark{attempt}";
            foreach (int i in Enumerable.Range(0, 40)) Write(_random.Next(Articles), mark + " " + i);
            int expected = CountMarked(mark);
            var clock = Stopwatch.StartNew();
            using Process process = Cli.Start(Nothing, UpdateArguments);
            if (!process.WaitForExit(whole * _random.NextDouble())) process.Kill();
            CliResult result = await Cli.EndAsync(process);
            if (result.Code == 137) died++;
            else if (result.ShouldExit(ExitCode.Done).Code == ExitCode.Done) whole = clock.Elapsed;

            int found = await FindAsync(mark);
            found.ShouldBeOneOf(0, expected);
            if (found == 0) old++;
            (await FindAsync("number")).ShouldBe(Articles);
            (await Cli.RunAsync("index", "verify", "--index", Index)).ShouldExit(ExitCode.Done);
            (await Cli.RunAsync(UpdateArguments)).ShouldExit(ExitCode.Done);
            (await FindAsync(mark)).ShouldBe(expected);
        }

        _output.WriteLine($"{died} updates killed, {old} of all left the old state");
        died.ShouldBe(kills);
    }

    private int CountMarked(string mark) => Directory.EnumerateFiles(_folder.Combine("articles"), "*.md", SearchOption.AllDirectories).Count(f => File.ReadAllText(f).Contains(mark + " ", StringComparison.Ordinal));

    private async Task<int> FindAsync(string query)
    {
        JsonElement answer = (await Cli.RunAsync("search", query, "--size", "1", "--json", "--index", Index)).ShouldExit(ExitCode.Done).Json;
        return answer.GetProperty("total").GetProperty("articles").GetInt32();
    }

    private void Write(int number, string text) => _folder.WriteFile($"articles/{number % 10}/article-{number}.md", $"---\ntitle: Moon landing number {number}\nexcerpt: {text}\npublishedDateTime: 2024-01-01T00:00:00Z\n---\n");
}

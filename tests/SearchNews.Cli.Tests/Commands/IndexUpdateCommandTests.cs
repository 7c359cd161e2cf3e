using System.Text.Json;
using SearchNews.Search.Generations;

namespace SearchNews.Cli.Tests.Commands;

public sealed class IndexUpdateCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public IndexUpdateCommandTests()
    {
        for (int i = 0; i < 20; i++) Write(i, $"Article number {i}");
    }

    private string Articles => _folder.Combine("articles");

    private string Index => _folder.Combine("index");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Update_AfterEdits_SaysWhatItDidAndIsSearched()
    {
        await RebuildAsync();
        Write(3, "Zeppelin");
        Write(50, "Orchid");
        File.Delete(Path.Combine(Articles, "a04.md"));
        JsonElement report = (await UpdateAsync("--json")).ShouldExit(ExitCode.Done).Json;
        (Number(report, "indexed"), Number(report, "unchanged"), Number(report, "deleted"), Number(report, "removed"), Number(report, "commit")).ShouldBe((2, 18, 1, 0, 2));
        report.GetProperty("generation").GetString().ShouldBe("g000001");
        report.GetProperty("skipped").GetArrayLength().ShouldBe(0);
        report.GetProperty("seconds").GetDouble().ShouldBeGreaterThan(0);
        report.GetProperty("bytes").GetInt64().ShouldBeGreaterThan(0);
        (await SearchAsync("zeppelin")).ShouldBe(1);
        (await SearchAsync("orchid")).ShouldBe(1);
        (await UpdateAsync()).ShouldExit(ExitCode.Done).Output.ShouldStartWith("generation g000001, commit 2: 0 indexed, 20 unchanged, 0 deleted, 0 removed, 0 skipped, ");
        (await Cli.RunAsync("index", "verify", "--index", Index)).ShouldExit(ExitCode.Done);
    }

    [Fact]
    public async Task Update_BrokenArticle_NamesItAndExits3()
    {
        await RebuildAsync();
        await File.WriteAllTextAsync(Path.Combine(Articles, "a05.md"), "no front matter", TestContext.Current.CancellationToken);
        (await UpdateAsync()).ShouldExit(ExitCode.SomeSkipped).Error.ShouldContain("skipped a05.md:1:1: there is no front matter");
        (await UpdateAsync("--quiet")).ShouldExit(ExitCode.SomeSkipped);
    }

    [Fact]
    public async Task Update_ThatShrinks_IsRefusedUnlessAllowed()
    {
        await RebuildAsync();
        for (int i = 0; i < 3; i++) File.Delete(Path.Combine(Articles, $"a{i:D2}.md"));
        (await UpdateAsync()).ShouldExit(ExitCode.Refused).Error.ShouldContain("--allow-shrink");
        (await SearchAsync("article")).ShouldBe(20);
        (await UpdateAsync("--allow-shrink")).ShouldExit(ExitCode.Done).Output.ShouldContain("3 deleted");
    }

    [Fact]
    public async Task Update_ThatSkipsMany_IsRefusedUnlessAllowed()
    {
        await RebuildAsync();
        for (int i = 0; i < 21; i++) _folder.WriteFile($"articles/x{i}.md", "no front matter");
        (await UpdateAsync()).ShouldExit(ExitCode.Refused).Error.ShouldContain("--allow-skips");
        (await UpdateAsync("--allow-skips")).ShouldExit(ExitCode.SomeSkipped);
    }

    [Fact]
    public async Task Update_FullHash_ReadsEverything()
    {
        await RebuildAsync();
        (await UpdateAsync("--full-hash", "--json")).ShouldExit(ExitCode.Done).Json.GetProperty("readSeconds").GetDouble().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Update_SourceGone_LeavesTheIndex()
    {
        await RebuildAsync();
        Directory.Delete(Articles, recursive: true);
        (await Cli.RunAsync("index", "update", "--index", Index)).ShouldExit(ExitCode.Failed).Error.ShouldContain("the index stays as it is");
        (await SearchAsync("article")).ShouldBe(20);
    }

    [Fact]
    public async Task Update_NoIndex_Exits4() => (await UpdateAsync()).ShouldExit(ExitCode.IndexUnusable).Error.ShouldContain("index rebuild");

    [Fact]
    public async Task Update_DamagedIndex_Exits4()
    {
        await RebuildAsync();
        string segments = Directory.EnumerateFiles(_folder.Combine("index", "g000001"), "segments_*").Single();
        await File.WriteAllTextAsync(segments, "damaged", TestContext.Current.CancellationToken);
        (await UpdateAsync()).ShouldExit(ExitCode.IndexUnusable).Error.ShouldContain(Path.GetFileName(segments));
    }

    [Theory]
    [InlineData("update")]
    [InlineData("rebuild")]
    [InlineData("rollback")]
    [InlineData("watch")]
    public async Task Write_WhileAnotherWrites_Exits5(string verb)
    {
        await RebuildAsync();
        using WriterLock held = WriterLock.Obtain(Index, "a test");
        string[] folder = verb == "rollback" ? [] : [Articles];
        (await Cli.RunAsync(["index", verb, .. folder, "--index", Index])).ShouldExit(ExitCode.IndexLocked).Error.ShouldContain("(a test)");
    }

    [Fact]
    public async Task Rollback_GoesBackAndThenSaysThereIsNoFurther()
    {
        await RebuildAsync();
        Write(60, "Violin");
        await RebuildAsync();
        (await SearchAsync("violin")).ShouldBe(1);
        (await Cli.RunAsync("index", "rollback", "--index", Index)).ShouldExit(ExitCode.Done).Output.ShouldBe($"g000001 is live{Environment.NewLine}");
        (await SearchAsync("violin")).ShouldBe(0);
        (await Cli.RunAsync("index", "rollback", "--index", Index)).ShouldExit(ExitCode.IndexUnusable).Error.ShouldContain("no sound generation before 'g000001'");
        (await UpdateAsync("--json")).ShouldExit(ExitCode.Done).Json.GetProperty("indexed").GetInt32().ShouldBe(1);
        (await SearchAsync("violin")).ShouldBe(1);
    }

    [Fact]
    public async Task Rollback_Json_IsTheGeneration()
    {
        await RebuildAsync();
        await RebuildAsync();
        (await Cli.RunAsync("index", "rollback", "--json", "--index", Index)).ShouldExit(ExitCode.Done).Json.GetProperty("generation").GetString().ShouldBe("g000001");
    }

    private static int Number(JsonElement report, string name) => report.GetProperty(name).GetInt32();

    private async Task RebuildAsync() => (await Cli.RunAsync("index", "rebuild", Articles, "--index", Index)).ShouldExit(ExitCode.Done);

    private Task<CliResult> UpdateAsync(params string[] options) => Cli.RunAsync(["index", "update", Articles, "--index", Index, .. options]);

    private async Task<int> SearchAsync(string query) =>
        (await Cli.RunAsync("search", query, "--json", "--index", Index)).ShouldExit(ExitCode.Done).Json.GetProperty("total").GetProperty("articles").GetInt32();

    private void Write(int number, string title) => _folder.WriteFile($"articles/a{number:D2}.md", $"---\ntitle: {title}\n---\n");
}

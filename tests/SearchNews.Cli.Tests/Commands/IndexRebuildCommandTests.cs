using System.Text.Json;

namespace SearchNews.Cli.Tests.Commands;

public sealed class IndexRebuildCommandTests
{
    private static readonly string Broken = RepoRoot.Combine("tests", "Fixtures", "broken-articles");

    [Fact]
    public async Task Rebuild_BrokenArticles_NamesEachAndExits3()
    {
        using var folder = new TempFolder();
        Fill(folder, 10);
        foreach (string file in Directory.EnumerateFiles(Broken)) File.Copy(file, folder.Combine("articles", Path.GetFileName(file)));

        CliResult result = (await Cli.RunAsync("index", "rebuild", folder.Combine("articles"), "--index", folder.Combine("index"))).ShouldExit(ExitCode.SomeSkipped);

        result.Output.ShouldContain("10 indexed");
        string[] lines = result.Error.Split('\n');
        foreach (string file in Directory.EnumerateFiles(Broken).Select(f => Path.GetFileName(f)))
            lines.Count(line => System.Text.RegularExpressions.Regex.IsMatch(line, $@"^skipped {System.Text.RegularExpressions.Regex.Escape(file)}:\d+:\d+: .+")).ShouldBe(1, file);
    }

    [Fact]
    public async Task Rebuild_BrokenArticlesOnly_StillMakesAnIndex()
    {
        using var folder = new TempFolder();

        JsonElement report = (await Cli.RunAsync("index", "rebuild", Broken, "--index", folder.Combine("index"), "--json")).ShouldExit(ExitCode.SomeSkipped).Json;

        report.GetProperty("indexed").GetInt32().ShouldBe(0);
        report.GetProperty("skipped").GetArrayLength().ShouldBe(Directory.GetFiles(Broken).Length);
        (await Cli.RunAsync("index", "verify", "--index", folder.Combine("index"))).ShouldExit(ExitCode.Done);
        (await Cli.RunAsync("search", "moon", "--json", "--index", folder.Combine("index"))).ShouldExit(ExitCode.Done).Json.GetProperty("hits").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Rebuild_ThatShrinks_IsRefusedAndLeavesTheLiveIndex()
    {
        using var folder = new TempFolder();
        Fill(folder, 20);
        string[] rebuild = ["index", "rebuild", folder.Combine("articles"), "--index", folder.Combine("index")];
        (await Cli.RunAsync(rebuild)).ShouldExit(ExitCode.Done);
        for (int i = 0; i < 3; i++) File.Delete(folder.Combine("articles", $"a{i}.md"));

        CliResult refused = (await Cli.RunAsync(rebuild)).ShouldExit(ExitCode.Refused);

        refused.Error.ShouldContain("--allow-shrink");
        Directory.GetDirectories(folder.Combine("index")).Select(d => Path.GetFileName(d)).ShouldBe(["g000001"]);
        (await Cli.RunAsync([.. rebuild, "--allow-shrink"])).ShouldExit(ExitCode.Done).Output.ShouldContain("17 indexed");
    }

    [Fact]
    public async Task Rebuild_ThatSkipsMany_IsRefused()
    {
        using var folder = new TempFolder();
        Fill(folder, 20);
        string[] rebuild = ["index", "rebuild", folder.Combine("articles"), "--index", folder.Combine("index")];
        (await Cli.RunAsync(rebuild)).ShouldExit(ExitCode.Done);
        foreach (string file in Directory.EnumerateFiles(Broken)) File.Copy(file, folder.Combine("articles", Path.GetFileName(file)));

        CliResult refused = (await Cli.RunAsync(rebuild)).ShouldExit(ExitCode.Refused);

        refused.Error.ShouldContain("--allow-skips");
        refused.Error.ShouldContain("alias-bomb.md:4:4");
        (await Cli.RunAsync([.. rebuild, "--allow-skips"])).ShouldExit(ExitCode.SomeSkipped);
    }

    [Fact]
    public async Task Rebuild_Again_KeepsTwoGenerationsUnlessTold()
    {
        using var folder = new TempFolder();
        Fill(folder, 3);
        string[] rebuild = ["index", "rebuild", folder.Combine("articles"), "--index", folder.Combine("index")];
        for (int i = 0; i < 3; i++) (await Cli.RunAsync(rebuild)).ShouldExit(ExitCode.Done);
        Directory.GetDirectories(folder.Combine("index")).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal).ShouldBe(["g000002", "g000003"]);

        (await Cli.RunAsync([.. rebuild, "--keep", "1"])).ShouldExit(ExitCode.Done);

        Directory.GetDirectories(folder.Combine("index")).Select(d => Path.GetFileName(d)).ShouldBe(["g000004"]);
    }

    [Fact]
    public async Task Rebuild_NoFolderNamed_ReadsArticlesOfTheIndexFolder()
    {
        using var folder = new TempFolder();
        folder.WriteFile("index/articles/a.md", "---\ntitle: Moon\n---\n");

        (await Cli.RunAsync("index", "rebuild", "--index", folder.Combine("index"))).ShouldExit(ExitCode.Done).Output.ShouldContain("1 indexed");
    }

    [Fact]
    public async Task Rebuild_FolderMissing_Exits1AndMakesNothing()
    {
        using var folder = new TempFolder();

        CliResult result = (await Cli.RunAsync("index", "rebuild", folder.Combine("none"), "--index", folder.Combine("index"))).ShouldExit(ExitCode.Failed);

        result.Error.ShouldContain(folder.Combine("none"));
        Directory.Exists(folder.Combine("index")).ShouldBeFalse();
    }

    private static void Fill(TempFolder folder, int count)
    {
        for (int i = 0; i < count; i++) folder.WriteFile($"articles/a{i}.md", $"---\ntitle: Moon landing number {i}\nexcerpt: Step {i}.\n---\n");
    }
}

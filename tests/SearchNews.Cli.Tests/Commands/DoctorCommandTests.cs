using System.Text.Json;

namespace SearchNews.Cli.Tests.Commands;

public sealed class DoctorCommandTests
{
    private static readonly string Samples = RepoRoot.Combine("index-data", "articles");

    [Fact]
    public async Task Doctor_SampleArticles_PrintsATable()
    {
        string output = (await Cli.RunAsync("doctor", Samples, "--quiet")).ShouldExit(ExitCode.Done).Output;

        output.ShouldContain("208 files: 207 articles, 1 removed, 0 unreadable");
        output.ShouldContain("heat is quality + 20 x related");
        output.ShouldContain("100.0%");
        output.ShouldContain("libraries/reading-room-rules");
        output.ShouldContain("Not found: ");
    }

    [Fact]
    public async Task Doctor_Json_HasEveryFinding()
    {
        JsonElement report = (await Cli.RunAsync("doctor", Samples, "--json", "--examples", "1")).ShouldExit(ExitCode.Done).Json;

        report.GetProperty("articles").GetInt32().ShouldBe(207);
        JsonElement flag = report.GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("code").GetString() == "heat-flag");
        (flag.GetProperty("count").GetInt32(), flag.GetProperty("of").GetInt32()).ShouldBe((45, 201));
        flag.GetProperty("share").GetDouble().ShouldBe(45.0 / 201);
        flag.GetProperty("examples").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Doctor_DefaultFolder_IsThatOfTheIndexFolder() =>
        (await Cli.RunAsync("doctor", "--index", RepoRoot.Combine("index-data"), "--quiet")).ShouldExit(ExitCode.Done).Output.ShouldContain("208 files");

    [Fact]
    public async Task Doctor_UnreadableFiles_AreNamed()
    {
        string output = (await Cli.RunAsync("doctor", RepoRoot.Combine("tests", "Fixtures", "broken-articles"), "--quiet")).ShouldExit(ExitCode.SomeSkipped).Output;

        output.ShouldContain("unreadable utf-16.md:1:1: the file is UTF-16; save it as UTF-8");
    }

    [Fact]
    public async Task Doctor_MissingFolder_Fails()
    {
        CliResult result = (await Cli.RunAsync("doctor", "no-such-folder")).ShouldExit(ExitCode.Failed);

        result.Error.ShouldContain("There is no folder 'no-such-folder' to audit.");
        result.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Doctor_NegativeExamples_IsUsage() =>
        (await Cli.RunAsync("doctor", Samples, "--examples", "-1")).ShouldExit(ExitCode.Usage).Error.ShouldContain("--examples must be from 0 to 100000.");

    [Fact]
    public async Task Doctor_Help_HasAnExample() =>
        (await Cli.RunAsync("doctor", "--help")).ShouldExit(ExitCode.Done).Output.ShouldContain("searchnews doctor path/to/articles");
}

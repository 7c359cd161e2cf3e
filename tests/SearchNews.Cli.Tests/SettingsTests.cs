namespace SearchNews.Cli.Tests;

/// <summary>Precedence of settings: flag, environment, file, default. Each case is a process of its own, for its environment.</summary>
public sealed class SettingsTests(SampleIndex index)
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public async Task Index_FlagOverEnvironmentOverFile()
    {
        using var folder = new TempFolder();
        string file = folder.WriteFile("settings.json", $$"""{"Index":"{{folder.Combine("of-file")}}"}""");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["SEARCHNEWS_INDEX"] = folder.Combine("of-environment") };

        CliResult flag = await Cli.RunProcessAsync(environment, "index", "stats", "--config", file, "--index", index.Path);
        CliResult variable = await Cli.RunProcessAsync(environment, "index", "stats", "--config", file);
        CliResult setting = await Cli.RunAsync("index", "stats", "--config", file);

        flag.ShouldExit(ExitCode.Done).Output.ShouldContain(index.Path);
        variable.ShouldExit(ExitCode.IndexUnusable).Error.ShouldContain("of-environment");
        setting.ShouldExit(ExitCode.IndexUnusable).Error.ShouldContain("of-file");
    }

    [Fact]
    public async Task Synonyms_FlagOverEnvironmentOverFile()
    {
        using var folder = new TempFolder();
        string config = folder.WriteFile("settings.json", $$"""{"Synonyms":"{{folder.WriteFile("of-file.txt", "voyager, ofthefile")}}"}""");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["SEARCHNEWS_SYNONYMS"] = folder.WriteFile("of-environment.txt", "voyager, oftheenvironment") };
        string[] options = ["--json", "--index", index.Path, "--config", config];

        CliResult flag = await Cli.RunProcessAsync(environment, ["search", "oftheflag", .. options, "--synonyms", folder.WriteFile("of-flag.txt", "voyager, oftheflag")]);
        CliResult variable = await Cli.RunProcessAsync(environment, ["search", "oftheenvironment", .. options]);
        CliResult setting = await Cli.RunAsync(["search", "ofthefile", .. options]);

        flag.ShouldExit(ExitCode.Done).Output.ShouldContain("(oftheflag OR voyager)");
        variable.ShouldExit(ExitCode.Done).Output.ShouldContain("(oftheenvironment OR voyager)");
        setting.ShouldExit(ExitCode.Done).Output.ShouldContain("(ofthefile OR voyager)");
    }

    [Fact]
    public async Task Synonyms_MissingOrDamaged_IsSaid()
    {
        using var folder = new TempFolder();
        CliResult missing = await Cli.RunAsync("search", "voyager", "--index", index.Path, "--synonyms", folder.Combine("nowhere.txt"));
        CliResult damaged = await Cli.RunAsync("search", "voyager", "--index", index.Path, "--synonyms", folder.WriteFile("damaged.txt", "lonely"));

        missing.ShouldExit(ExitCode.Usage).Error.ShouldContain("nowhere.txt");
        damaged.ShouldExit(ExitCode.Done).Error.ShouldContain("damaged.txt:1: a rule needs two words or phrases");
    }

    [Fact]
    public async Task Index_EmptyVariable_CountsAsUnset()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["SEARCHNEWS_INDEX"] = "" };
        using var folder = new TempFolder();
        string file = folder.WriteFile("settings.json", "{}");

        CliResult result = await Cli.RunProcessAsync(environment, "index", "stats", "--config", file);

        // The default, below the folder the tests run in, where there is none.
        result.ShouldExit(ExitCode.IndexUnusable).Error.ShouldContain("index-data'");
    }

    [Fact]
    public async Task Index_EmptyVariable_HidesNoFile()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["SEARCHNEWS_INDEX"] = " " };
        using var folder = new TempFolder();
        string file = folder.WriteFile("settings.json", $$"""{"Index":"{{index.Path}}"}""");

        (await Cli.RunProcessAsync(environment, "index", "stats", "--config", file)).ShouldExit(ExitCode.Done).Output.ShouldContain(index.Path);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[1, 2]")]
    [InlineData("not json")]
    public async Task Config_Broken_IsNamedAndExits2(string text)
    {
        using var folder = new TempFolder();
        string file = folder.WriteFile("broken.json", text);

        CliResult result = (await Cli.RunAsync("search", "moon", "--config", file)).ShouldExit(ExitCode.Usage);

        result.Error.ShouldContain(file);
        result.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Colour_Redirected_IsNotWritten()
    {
        CliResult plain = (await Cli.RunProcessAsync(Nothing, "search", "voyager", "--index", index.Path)).ShouldExit(ExitCode.Done);
        CliResult none = (await Cli.RunProcessAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["NO_COLOR"] = "1" }, "search", "voyager", "--index", index.Path)).ShouldExit(ExitCode.Done);

        plain.Output.ShouldNotContain("\u001b");
        none.Output.ShouldBe(plain.Output);
    }
}

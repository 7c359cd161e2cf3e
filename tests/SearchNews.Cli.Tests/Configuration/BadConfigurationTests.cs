namespace SearchNews.Cli.Tests.Configuration;

/// <summary><c>serve</c> looks at the whole configuration before it does anything: exit code 2, the key named, no index touched.</summary>
public sealed class BadConfigurationTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{"Limits":{"Dedline":"1s"}}""", "Limits:Dedline")]
    [InlineData("""{"Limits":{"Deadline":2}}""", "Limits:Deadline")]
    [InlineData("""{"Limits":{"MaxQueued":"many"}}""", "Limits:MaxQueued")]
    [InlineData("""{"Urls":"https://127.0.0.1:1"}""", "Urls")]
    [InlineData("""{"AdminKey":"short"}""", "AdminKey")]
    [InlineData("""{"Profiles":{"balanced":{}}}""", "Profiles:balanced")]
    [InlineData("""{"Serilog":{"MinimumLevel":"Loud"}}""", "Serilog")]
    [InlineData("""{"Serilog":{"WriteTo":[{"Name":"Nowhere"}]}}""", "Serilog")]
    public async Task Serve_BadFile_Exits2AndNamesTheKey(string json, string key)
    {
        string file = _folder.WriteFile("searchnews.json", json);

        CliResult result = await Cli.RunAsync("serve", "--config", file, "--index", _folder.Combine("index"));

        result.ShouldExit(ExitCode.Usage).Error.Split('\n')[0].ShouldContain(key);
        Directory.Exists(_folder.Combine("index")).ShouldBeFalse();
    }

    [Fact]
    public async Task Serve_FlagOverEnvironmentOverFile()
    {
        string file = _folder.WriteFile("searchnews.json", """{"Limits":{"MaxQueued":"of-file"}}""");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["SEARCHNEWS_LIMITS__MAXQUEUED"] = "of-environment" };
        string[] serve = ["serve", "--config", file, "--index", _folder.Combine("index")];

        (await Cli.RunProcessAsync(environment, [.. serve, "--set", "Limits:MaxQueued=of-flag"])).ShouldExit(ExitCode.Usage).Error.ShouldContain("Limits:MaxQueued is 'of-flag'");
        (await Cli.RunProcessAsync(environment, serve)).ShouldExit(ExitCode.Usage).Error.ShouldContain("Limits:MaxQueued is 'of-environment'");
        (await Cli.RunAsync(serve)).ShouldExit(ExitCode.Usage).Error.ShouldContain("Limits:MaxQueued is 'of-file'");
    }
}

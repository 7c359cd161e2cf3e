using System.Diagnostics;

namespace SearchNews.Cli.Tests.Serving;

/// <summary>The unit for systemd, as systemd itself reads it.</summary>
public sealed class UnitFileTests
{
    private const string Analyzer = "/usr/bin/systemd-analyze";

    [Fact]
    public async Task Unit_Verified_HasNoFault()
    {
        Assert.SkipUnless(File.Exists(Analyzer), $"{Analyzer} is not there.");
        using var folder = new TempFolder();
        string unit = await File.ReadAllTextAsync(RepoRoot.Combine("docs", "deploy", "searchnews.service"), TestContext.Current.CancellationToken);
        unit.ShouldContain("/opt/searchnews/searchnews serve");
        string file = folder.WriteFile("searchnews.service", unit.Replace("/opt/searchnews/searchnews", "/bin/true", StringComparison.Ordinal));

        using Process process = Cli.StartProgram(Analyzer, ["verify", file]);
        CliResult result = await Cli.EndAsync(process);

        (result.Code, result.Error).ShouldBe((0, ""));
    }
}

using System.Diagnostics;
using System.Globalization;

namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>Runs <c>tests/power-cut</c> on the program of these tests: a few cuts, or the 200 of the long tier. Skips where nothing can be mounted.</summary>
public sealed class PowerCutTests(ITestOutputHelper output)
{
    private const int CannotRunHere = 77;

    [Fact]
    public async Task Cut_AtAnyMoment_LosesNothingAcknowledged()
    {
        string[] scenarios = LongTier.IsOn ? [] : ["--scenario", "put rebuild switch"];
        await RunAsync(["--cuts", LongTier.Rounds(3, 200).ToString(CultureInfo.InvariantCulture), .. scenarios]);
    }

    [Fact]
    public async Task Cut_FoldersAreNotSynced_LossesAreFound()
    {
        Assert.SkipUnless(LongTier.IsOn, "A loss takes some cuts to find; set SEARCHNEWS_LONG_TESTS=1.");
        await RunAsync(["--cuts", "20", "--sabotage", "folders", "--scenario", "rebuild switch"]);
    }

    private async Task RunAsync(string[] options)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "ext4 images are mounted on Linux.");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["SEARCHNEWS_PROGRAM"] = Path.Combine(AppContext.BaseDirectory, "searchnews") };
        using Process process = Cli.StartProgram("bash", [RepoRoot.Combine("tests", "power-cut", "power-cut.sh"), "--seed", Seeds.Current.ToString(CultureInfo.InvariantCulture), .. options], environment);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        output.WriteLine(text);
        Assert.SkipWhen(process.ExitCode == CannotRunHere, await error);
        process.ExitCode.ShouldBe(0, $"{text}\n{await error}");
    }
}

using System.Diagnostics;

namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>Whoever reads the output may stop when they have enough, as <c>head</c> does.</summary>
public sealed class BrokenPipeTests(SampleIndex samples)
{
    [Theory]
    [InlineData("search --size 100 --quiet")]
    [InlineData("search --size 100 --quiet --json")]
    [InlineData("index inspect terms words --top 100000 --quiet")]
    public async Task Output_ReaderIsGone_IsNoError(string line)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "there is no bash");
        string program = string.Join(' ', Cli.CommandLine([.. line.Split(' '), "--index", samples.Path]).Select(word => $"'{word}'"));
        using Process bash = Cli.StartProgram("/bin/bash", ["-c", $"{program} | head -c 20 > /dev/null; exit ${{PIPESTATUS[0]}}"]);
        CliResult result = await Cli.EndAsync(bash);

        result.ShouldExit(ExitCode.Done);
        result.Error.ShouldBeEmpty();
    }
}

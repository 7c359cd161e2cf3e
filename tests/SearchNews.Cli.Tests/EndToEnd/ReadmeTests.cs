using System.Diagnostics;

namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>The README's questions over HTTP are asked as they are printed there, and the printed answers are what comes.</summary>
public sealed class ReadmeTests(SampleIndex samples)
{
    private const string Prompt = "$ ";
    private const string PrintedAddress = "http://127.0.0.1:5080";

    [Fact]
    public async Task Examples_RunAsPrinted_AnswerAsPrinted()
    {
        Assert.SkipUnless(await RunShellAsync("command -v curl && command -v jq") != "", "curl and jq are not installed");
        List<(string Command, string Output)> examples = ReadExamples(await File.ReadAllLinesAsync(RepoRoot.Combine("README.md"), TestContext.Current.CancellationToken));
        examples.Count.ShouldBeGreaterThan(3);
        using ServerProcess server = await ServerProcess.StartAsync(samples.Path);
        string address = server.Address.ToString().TrimEnd('/');
        Task<string> RunAsync(string command) => RunShellAsync(command.Replace(PrintedAddress, address, StringComparison.Ordinal));

        // Asked twice: the first answers of a process may take longer than a search may take, on a busy machine.
        foreach ((string command, _) in examples) await RunAsync(command);
        foreach ((string command, string output) in examples)
        {
            command.ShouldContain(PrintedAddress);
            (await RunAsync(command)).ShouldBe(output, command);
        }
    }

    /// <summary>Every line after a prompt up to a blank one or the end of the block is output.</summary>
    private static List<(string Command, string Output)> ReadExamples(IEnumerable<string> lines)
    {
        var examples = new List<(string Command, string Output)>();
        bool inside = false;
        foreach (string line in lines)
        {
            if (line.StartsWith(Prompt, StringComparison.Ordinal))
            {
                examples.Add((line[Prompt.Length..], ""));
                inside = true;
            }
            else if (line.Length == 0 || line == "```")
            {
                inside = false;
            }
            else if (inside)
            {
                examples[^1] = (examples[^1].Command, examples[^1].Output + line + "\n");
            }
        }

        return examples;
    }

    private static async Task<string> RunShellAsync(string command)
    {
        using Process shell = Process.Start(new ProcessStartInfo("bash", ["-c", command]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        string output = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }
}

using System.CommandLine;
using System.Text;
using SearchNews.Cli.Help;

namespace SearchNews.Cli.Tests.Help;

public sealed class CommandHelpTests
{
    public static TheoryData<string> Examples => new(CommandExamples.Commands.SelectMany(CommandExamples.Of).Distinct(StringComparer.Ordinal));

    [Fact]
    public void Examples_AreThereForEveryCommand() =>
        CommandExamples.Commands.Order(StringComparer.Ordinal).ShouldBe(CommandTree.All().Select(command => command.Key).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_IsUnderstood(string example)
    {
        string[] words = [.. Words(example)];
        words[0].ShouldBe("searchnews");

        UsageErrors.Find(words[1..], CommandTree.Root.Parse(words[1..], CliApplication.Syntax)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Help_OfACommand_EndsWithItsExamples()
    {
        foreach (string command in CommandExamples.Commands)
        {
            string output = (await Cli.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"])).ShouldExit(ExitCode.Done).Output;

            foreach (string example in CommandExamples.Of(command)) output.ShouldContain($"  {example}\n");
        }
    }

    [Fact]
    public async Task Help_OfTheProgram_HasTheExitCodesOfTheReadme()
    {
        string output = (await Cli.RunAsync("--help")).ShouldExit(ExitCode.Done).Output;
        string[] printed = [.. output.Split("Exit codes:\n")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim())];

        string readme = await File.ReadAllTextAsync(RepoRoot.Combine("README.md"), TestContext.Current.CancellationToken);
        string[] rows = [.. readme.Split("| exit code | means |\n|---|---|\n")[1].Split("\n\n")[0].Split('\n').Select(row => row.Replace("`", "", StringComparison.Ordinal))];
        rows.Select(row => row.Split('|')).Select(cells => $"{cells[1].Trim(),-5}{cells[2].Trim()}").ShouldBe(printed);
    }

    [Fact]
    public async Task Readme_NamesEveryCommand()
    {
        string readme = await File.ReadAllTextAsync(RepoRoot.Combine("README.md"), TestContext.Current.CancellationToken);
        string commands = readme.Split("The commands:\n\n```\n")[1].Split("```")[0];

        foreach ((string path, Command command) in CommandTree.All().Where(c => c.Value.Subcommands.Count == 0))
            commands.Split('\n').ShouldContain(line => line.Contains(command.Name, StringComparison.Ordinal) && line.StartsWith($"searchnews {path.Split(' ')[0]}", StringComparison.Ordinal), path);
    }

    /// <summary>As a shell would split them, without what it redirects.</summary>
    private static IEnumerable<string> Words(string line)
    {
        var word = new StringBuilder();
        bool isQuoted = false;
        foreach (char c in line.Split([" < ", " > "], StringSplitOptions.None)[0] + " ")
        {
            if (c == '\'') isQuoted = !isQuoted;
            else if (c != ' ' || isQuoted) word.Append(c);
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }
}

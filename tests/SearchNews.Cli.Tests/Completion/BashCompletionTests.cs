using System.Diagnostics;

namespace SearchNews.Cli.Tests.Completion;

/// <summary>The script is sourced by a real bash, and its function called as bash calls it when somebody presses Tab.</summary>
public sealed class BashCompletionTests
{
    // What bash sets for a completion function, from the line typed so far.
    private const string Press = """
        source "$1/script"
        while IFS= read -r COMP_LINE; do
            COMP_POINT=${#COMP_LINE}
            read -ra COMP_WORDS <<< "$COMP_LINE"
            [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _searchnews
            echo "${COMPREPLY[*]}"
        done
        """;

    [Fact]
    public async Task Tab_AfterTheseLines_CompletesThem()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "there is no bash");
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.Combine("script"), (await Cli.RunAsync("completions", "bash")).ShouldExit(ExitCode.Done).Output, TestContext.Current.CancellationToken);
        string program = folder.Combine("searchnews");
        await File.WriteAllTextAsync(program, $"#!/bin/bash\nexec {string.Join(' ', Cli.CommandLine().Select(word => $"'{word}'"))} \"$@\"\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        (string Line, string Completed)[] cases =
        [
            ("searchnews ind", "index"),
            ("searchnews index re", "rebuild"),
            ("searchnews index inspect ", "doc fields postings segments terms"),
            ("searchnews search moon --fac", "--facets"),
            ("searchnews search moon --facets m", "month"),
            ("searchnews search moon --sort ", "coverage newest oldest quality relevance"),
            ("searchnews eval --known-items --baseline c", "classic"),
            ("searchnews index inspect terms ti", "title"),
            ("searchnews completions f", "fish"),
            ($"{program} search --typo o", "off"),
            ("searchnews search moon --index ", ""),
        ];

        string[] completed = await PressAsync(folder.Path, [.. cases.Select(c => c.Line)]);

        // Options that every command takes are offered beside sub-commands.
        completed.Select(line => string.Join(' ', line.Split(' ').Where(word => word.StartsWith("--fac", StringComparison.Ordinal) || !(word.StartsWith('-') || word.StartsWith('/')))))
            .ShouldBe(cases.Select(c => c.Completed));
    }

    [Theory]
    [InlineData("zsh", "compdef _searchnews searchnews")]
    [InlineData("fish", "complete -c searchnews")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task Completions_OtherShell_PrintsItsScript(string shell, string expected) =>
        (await Cli.RunAsync("completions", shell)).ShouldExit(ExitCode.Done).Output.ShouldContain(expected);

    private static async Task<string[]> PressAsync(string folder, IReadOnlyList<string> lines)
    {
        var start = new ProcessStartInfo("/bin/bash", ["--norc", "-c", Press, "bash", folder]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}";
        using Process bash = Process.Start(start)!;
        await bash.StandardInput.WriteAsync(string.Concat(lines.Select(line => line + "\n")));
        bash.StandardInput.Close();
        string output = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output.TrimEnd('\n').Split('\n').Concat(Enumerable.Repeat("", lines.Count)).Take(lines.Count).ToArray();
    }
}

using System.CommandLine;
using SearchNews.Cli.Completion;
using SearchNews.Search.Requests;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews completions SHELL</c></summary>
internal sealed class CompletionsCommand : CliCommand
{
    private readonly Argument<string> _shell;

    public CompletionsCommand()
        : base("completions", "Prints a script that makes a shell complete commands, options and values.") =>
        _shell = Add(new Argument<string>("SHELL") { Description = $"{string.Join(", ", ShellScripts.Names)}." });

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string shell = context.Arguments.GetValue(_shell)!;
        if (ShellScripts.Of(shell) is not { } script)
        {
            string hint = NearestName.Find(shell, ShellScripts.Names) is { } nearest ? $"did you mean '{nearest}'?" : $"there are {string.Join(", ", ShellScripts.Names)}.";
            throw new UsageException($"There is no script for the shell '{shell}'; {hint}");
        }

        await context.Output.WriteLineAsync(script);
        return ExitCode.Done;
    }
}

using System.CommandLine;

namespace SearchNews.Cli.Commands;

/// <summary>A verb: its arguments, and what it does.</summary>
internal abstract class CliCommand
{
    /// <summary>Creates the command with its arguments and options.</summary>
    protected CliCommand(string name, string description) => Command = new Command(name, description);

    /// <summary>The command as the parser sees it.</summary>
    public Command Command { get; }

    /// <summary>Does it; returns an <see cref="ExitCode"/>.</summary>
    public abstract Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken);

    /// <summary>Adds a positional argument.</summary>
    protected Argument<T> Add<T>(Argument<T> argument)
    {
        Command.Arguments.Add(argument);
        return argument;
    }

    /// <summary>Adds an option.</summary>
    protected Option<T> Add<T>(Option<T> option)
    {
        Command.Options.Add(option);
        return option;
    }
}

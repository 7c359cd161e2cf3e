using System.CommandLine;
using System.CommandLine.Parsing;

namespace SearchNews.Cli;

/// <summary>Which command was asked for.</summary>
internal static class CommandPath
{
    /// <summary>The names of the commands that were recognised, separated by blanks; empty for the program itself.</summary>
    public static string Of(ParseResult arguments)
    {
        var names = new Stack<string>();
        for (SymbolResult? at = arguments.CommandResult; at is CommandResult { Command: not RootCommand } command; at = at.Parent) names.Push(command.Command.Name);
        return string.Join(' ', names);
    }
}

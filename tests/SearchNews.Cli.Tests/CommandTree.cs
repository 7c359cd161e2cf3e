using System.CommandLine;

namespace SearchNews.Cli.Tests;

/// <summary>The commands as the parser knows them.</summary>
internal static class CommandTree
{
    /// <summary>The program.</summary>
    public static RootCommand Root => CliApplication.CreateRoot(new GlobalOptions(), TextWriter.Null, TextWriter.Null);

    /// <summary>All commands with their paths, such as <c>index rebuild</c>; the program's own is empty.</summary>
    public static IEnumerable<KeyValuePair<string, Command>> All() => Walk(Root, "");

    /// <summary>The command of a path.</summary>
    public static Command Find(string path) => All().Single(command => command.Key == path).Value;

    private static IEnumerable<KeyValuePair<string, Command>> Walk(Command command, string path) =>
        command.Subcommands.SelectMany(sub => Walk(sub, $"{path} {sub.Name}".TrimStart())).Prepend(KeyValuePair.Create(path, command));
}

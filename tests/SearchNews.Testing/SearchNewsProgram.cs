using System.Diagnostics;

namespace SearchNews.Testing;

/// <summary>
/// The program <c>searchnews</c> as a process of its own, where environment, signals, death or real HTTP matter. For test projects that reference
/// SearchNews.Cli: the program is looked for beside the tests.
/// </summary>
public static class SearchNewsProgram
{
    /// <summary>The command that runs it.</summary>
    public static IReadOnlyList<string> CommandLine(params IEnumerable<string> arguments)
    {
        string host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        return [host, Path.Combine(AppContext.BaseDirectory, "searchnews.dll"), .. arguments];
    }

    /// <summary>Starts it, with no setting inherited but those given.</summary>
    public static Process Start(IReadOnlyDictionary<string, string> environment, params IEnumerable<string> arguments)
    {
        IReadOnlyList<string> command = CommandLine(arguments);
        return StartProgram(command[0], command.Skip(1), environment);
    }

    /// <summary>Starts any program that runs it, in the same way.</summary>
    public static Process StartProgram(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("SEARCHNEWS_", StringComparison.Ordinal) || name == "NO_COLOR").ToArray()) start.Environment.Remove(name);

        // A killed process would leave the sockets of its debugging port behind.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal)) start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
    }
}

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;

namespace SearchNews.Cli.Help;

/// <summary>The parser's help, then examples; for the program itself also what its exit codes mean.</summary>
internal sealed class CommandHelp(HelpAction standard) : SynchronousCommandLineAction
{
    private static readonly (int Code, string Meaning)[] ExitCodes =
    [
        (ExitCode.Done, "done"),
        (ExitCode.Failed, "failed, unknown id, or an evaluation below its baseline"),
        (ExitCode.Usage, "wrong usage"),
        (ExitCode.SomeSkipped, "done, some files were skipped"),
        (ExitCode.IndexUnusable, "index missing or damaged"),
        (ExitCode.IndexLocked, "index locked by another writer"),
        (ExitCode.Refused, "refused by a safety check (--allow-shrink, --allow-skips)"),
        (ExitCode.Interrupted, "interrupted, the live index is untouched"),
    ];

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = standard.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        string command = CommandPath.Of(parseResult);
        WriteExamples(output, command);
        if (command.Length == 0) WriteExitCodes(output);
        return code;
    }

    private static void WriteExamples(TextWriter output, string command)
    {
        IReadOnlyList<string> examples = CommandExamples.Of(command);
        if (examples.Count == 0) return;
        output.WriteLine("Examples:");
        foreach (string example in examples) output.WriteLine("  " + example);
        output.WriteLine();
    }

    private static void WriteExitCodes(TextWriter output)
    {
        output.WriteLine("Exit codes:");
        foreach ((int code, string meaning) in ExitCodes) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {code,-5}{meaning}"));
        output.WriteLine();
    }
}

using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using SearchNews.Cli.Commands;
using SearchNews.Cli.Completion;
using SearchNews.Cli.Help;
using SearchNews.Search.Indexing;

namespace SearchNews.Cli;

/// <summary>The program: its verbs, and the way from arguments to an exit code.</summary>
internal static class CliApplication
{
    // Text after @ is a query like any other, never the name of a file to read arguments from; and "-hubble" excludes a word.
    internal static readonly ParserConfiguration Syntax = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>How long a command may take to end after a signal; answers that are being given, 10 s at most, are given.</summary>
    private static readonly TimeSpan TerminationTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Runs the program.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where everything else goes.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        // Even before the arguments are understood, which takes some time itself.
        if (args is ["index", "update", ..]) IndexUpdater.Prepare();
        var options = new GlobalOptions();
        RootCommand root = CreateRoot(options, output, error);
        ParseResult arguments = root.Parse(args, Syntax);
        bool completes = root.Directives.OfType<SuggestDirective>().Any(directive => arguments.GetResult(directive) is not null);
        if (completes) CompletionValues.AddTo(root);
        IReadOnlyList<string> mistakes = completes || arguments.Action is CommandHelp or VersionText ? [] : UsageErrors.Find(args, arguments);
        if (mistakes.Count > 0)
        {
            foreach (string mistake in mistakes) await error.WriteLineAsync($"error: {mistake}");
            await error.WriteLineAsync($"Run '{$"searchnews {CommandPath.Of(arguments)}".TrimEnd()} --help' to see what is possible.");
            return ExitCode.Usage;
        }

        return await arguments.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TerminationTimeout });
    }

    /// <summary>The tree of commands.</summary>
    internal static RootCommand CreateRoot(GlobalOptions options, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Searches a folder of news articles: ranked, with similar articles and explanations, on a Lucene 8 index.");
        options.AddTo(root);
        foreach (Option option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction standard }) option.Action = new CommandHelp(standard);
            else if (option is VersionOption) option.Action = new VersionText();
        }

        void Add(Command parent, CliCommand command)
        {
            command.Command.SetAction((arguments, cancellationToken) => InvokeAsync(command, arguments, options, output, error, cancellationToken));
            parent.Subcommands.Add(command.Command);
        }

        var index = new Command("index", "Builds and examines the index.");
        Add(index, new IndexRebuildCommand());
        Add(index, new IndexUpdateCommand());
        Add(index, new IndexWatchCommand());
        Add(index, new IndexVerifyCommand());
        Add(index, new IndexStatsCommand());
        Add(index, new IndexRollbackCommand());
        Add(index, new IndexQueryCommand());
        var inspect = new Command("inspect", "Shows what is inside the live index.");
        Add(inspect, new InspectSegmentsCommand());
        Add(inspect, new InspectFieldsCommand());
        Add(inspect, new InspectTermsCommand());
        Add(inspect, new InspectPostingsCommand());
        Add(inspect, new InspectDocCommand());
        index.Subcommands.Add(inspect);
        root.Subcommands.Add(index);
        Add(root, new ServeCommand());
        Add(root, new SearchCommand());
        Add(root, new SimilarCommand());
        Add(root, new ExplainCommand());
        Add(root, new DoctorCommand());
        Add(root, new EvalCommand());
        Add(root, new CompletionsCommand());
        return root;
    }

    private static async Task<int> InvokeAsync(CliCommand command, ParseResult arguments, GlobalOptions options, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        bool verbose = arguments.GetValue(options.Verbose);
        try
        {
            return await command.RunAsync(new CommandContext(arguments, options, output, error), cancellationToken);
        }
        catch (Exception exception)
        {
            return FailureReport.Write(exception, error, verbose);
        }
    }
}

using System.CommandLine;
using SearchNews.Cli.Output;
using SearchNews.Cli.Serving;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews index rebuild [FOLDER]</c></summary>
internal sealed class IndexRebuildCommand : CliCommand
{
    private readonly Argument<string?> _folder;
    private readonly Option<int> _keep;
    private readonly Option<bool> _allowShrink;
    private readonly Option<bool> _allowSkips;

    public IndexRebuildCommand()
        : base("rebuild", "Builds a new generation beside the live one, verifies it and switches to it.")
    {
        _folder = Add(new Argument<string?>("FOLDER") { Description = "Articles: *.md and *.markdown, sub-folders included (default: the folder 'articles' of the index folder).", Arity = ArgumentArity.ZeroOrOne });
        _keep = Add(new Option<int>("--keep") { HelpName = "N", Description = "Generations that stay, the new one counted.", DefaultValueFactory = _ => new BuildOptions().Keep });
        _allowShrink = Add(new Option<bool>("--allow-shrink") { Description = "Switch even if the new generation has fewer than 90% of the live one's articles." });
        _allowSkips = Add(new Option<bool>("--allow-skips") { Description = "Switch even if more than 20 files and over 5% were skipped." });
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        int keep = context.Arguments.GetValue(_keep);
        if (keep < 1) throw new UsageException("--keep must be 1 or more.");
        var options = new BuildOptions
        {
            Keep = keep,
            AllowShrink = context.Arguments.GetValue(_allowShrink),
            AllowSkips = context.Arguments.GetValue(_allowSkips),
        };
        BuildReport report = await BuildAsync(context, context.Arguments.GetValue(_folder), options, cancellationToken);
        if (context.Json) JsonOutput.Write(context.Output, report, CliJson.Relaxed.BuildReport);
        else ReportText.Write(context, report);
        return report.Skipped.Count == 0 ? ExitCode.Done : ExitCode.SomeSkipped;
    }

    private static async Task<BuildReport> BuildAsync(CommandContext context, string? folder, BuildOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return BuildProgressDisplay.Run(context, progress => new IndexBuilder(context.Store, options).Build(folder ?? context.Store.DefaultSource, progress, cancellationToken));
        }
        catch (IndexLockedException locked) when (ServingWriter.Find(context, locked) is { } writer)
        {
            using (writer) return await writer.RebuildAsync(folder, options, cancellationToken);
        }
    }
}

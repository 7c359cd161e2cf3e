using System.CommandLine;
using SearchNews.Cli.Output;
using SearchNews.Cli.Serving;
using SearchNews.Search.Maintenance;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews index watch [FOLDER]</c></summary>
internal sealed class IndexWatchCommand : CliCommand
{
    private readonly Argument<string?> _folder;
    private readonly Option<bool> _allowShrink;
    private readonly Option<bool> _allowSkips;

    public IndexWatchCommand()
        : base("watch", "Updates the live index whenever articles change, until it is ended; builds it first when there is none.")
    {
        _folder = Add(new Argument<string?>("FOLDER") { Description = "Articles: *.md and *.markdown, sub-folders included (default: the folder that the index was made from).", Arity = ArgumentArity.ZeroOrOne });
        _allowShrink = Add(new Option<bool>("--allow-shrink") { Description = "Go on even if more than 20 articles and over 10% go at once." });
        _allowSkips = Add(new Option<bool>("--allow-skips") { Description = "Go on even if more than 20 files and over 5% are newly skipped." });
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        // Nobody answers from this process, so there is nothing to refresh.
        using var maintainer = IndexMaintainer.Open(context.Store, context.Arguments.GetValue(_folder), refresh: static () => { }, "index watch");
        FirstBuild.Run(context, maintainer.Source, (options, progress) => maintainer.Rebuild(options, progress, cancellationToken));
        var options = new WatchOptions { AllowShrink = context.Arguments.GetValue(_allowShrink), AllowSkips = context.Arguments.GetValue(_allowSkips) };
        context.Say($"Watching '{maintainer.Source}'; Ctrl+C ends it.");
        using var watcher = new FolderWatcher(maintainer, options, new WatchText(context));
        await watcher.RunAsync(cancellationToken);

        // It has no other end than being interrupted, and what is committed stays.
        return ExitCode.Interrupted;
    }
}

using System.CommandLine;
using SearchNews.Cli.Output;
using SearchNews.Cli.Serving;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews index update [FOLDER]</c></summary>
internal sealed class IndexUpdateCommand : CliCommand
{
    private readonly Argument<string?> _folder;
    private readonly Option<bool> _fullHash;
    private readonly Option<bool> _allowShrink;
    private readonly Option<bool> _allowSkips;

    public IndexUpdateCommand()
        : base("update", "Brings the live index up to date, reading only articles whose size or modification time changed.")
    {
        _folder = Add(new Argument<string?>("FOLDER") { Description = "Articles: *.md and *.markdown, sub-folders included (default: the folder that the index was made from).", Arity = ArgumentArity.ZeroOrOne });
        _fullHash = Add(new Option<bool>("--full-hash") { Description = "Read every article and compare contents." });
        _allowShrink = Add(new Option<bool>("--allow-shrink") { Description = "Go on even if fewer than 90% of the articles would be left." });
        _allowSkips = Add(new Option<bool>("--allow-skips") { Description = "Go on even if more than 20 files and over 5% are newly skipped." });
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string? folder = context.Arguments.GetValue(_folder);
        var options = new UpdateOptions
        {
            FullHash = context.Arguments.GetValue(_fullHash),
            AllowShrink = context.Arguments.GetValue(_allowShrink),
            AllowSkips = context.Arguments.GetValue(_allowSkips),
        };
        UpdateReport report = await UpdateAsync(context, folder, options, cancellationToken);
        if (context.Json) JsonOutput.Write(context.Output, report, CliJson.Relaxed.UpdateReport);
        else ReportText.Write(context, report);
        return report.Skipped.Count == 0 ? ExitCode.Done : ExitCode.SomeSkipped;
    }

    private static async Task<UpdateReport> UpdateAsync(CommandContext context, string? folder, UpdateOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return BuildProgressDisplay.Run(context, progress => new IndexUpdater(context.Store, options).Update(folder, progress, cancellationToken));
        }
        catch (IndexLockedException locked) when (ServingWriter.Find(context, locked) is { } writer)
        {
            using (writer) return await writer.UpdateAsync(folder, options, cancellationToken);
        }
    }
}

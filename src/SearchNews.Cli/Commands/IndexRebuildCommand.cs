using System.CommandLine;
using System.Globalization;
using SearchNews.Cli.Output;
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

    public override Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        int keep = context.Arguments.GetValue(_keep);
        if (keep < 1) throw new UsageException("--keep must be 1 or more.");
        var options = new BuildOptions
        {
            Keep = keep,
            AllowShrink = context.Arguments.GetValue(_allowShrink),
            AllowSkips = context.Arguments.GetValue(_allowSkips),
        };
        string source = context.Arguments.GetValue(_folder) ?? context.Store.DefaultSource;
        BuildReport report = BuildProgressDisplay.Run(context, progress => new IndexBuilder(context.Store, options).Build(source, progress, cancellationToken));
        if (context.Json) JsonOutput.Write(context.Output, report, CliJson.Relaxed.BuildReport);
        else Print(context, report);
        return Task.FromResult(report.Skipped.Count == 0 ? ExitCode.Done : ExitCode.SomeSkipped);
    }

    /// <summary>Prints what a build did.</summary>
    internal static void Print(CommandContext context, BuildReport report)
    {
        foreach (string line in report.Skipped) context.Error.WriteLine($"skipped {line}");
        foreach (string line in report.Warnings) context.Say($"warning {line}");
        context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"generation {report.Generation}: {report.Indexed} indexed, {report.Removed} removed, {report.Skipped.Count} skipped, {report.Seconds:0.0} s, {report.Bytes} bytes"));
        if (report.NotRegular > 0) context.Say(string.Create(CultureInfo.InvariantCulture, $"{report.NotRegular} links and special files were passed over"));
        context.Say(string.Create(CultureInfo.InvariantCulture,
            $"time: read {report.ReadSeconds:0.0} s, front matter {report.ParseSeconds:0.0} s (both summed over threads), indexing {report.IndexSeconds:0.0} s"));
    }
}

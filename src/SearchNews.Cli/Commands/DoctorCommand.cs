using System.CommandLine;
using SearchNews.Articles.Auditing;
using SearchNews.Cli.Output;
using SearchNews.Search.Indexing;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews doctor [FOLDER]</c></summary>
internal sealed class DoctorCommand : CliCommand
{
    private readonly Argument<string?> _folder;
    private readonly Option<int> _examples;

    public DoctorCommand()
        : base("doctor", "Audits a folder of articles and their signals; changes nothing. Exit code 3 when files cannot be read.")
    {
        _folder = Add(new Argument<string?>("FOLDER") { Description = "Articles: *.md and *.markdown, sub-folders included (default: the folder 'articles' of the index folder).", Arity = ArgumentArity.ZeroOrOne });
        _examples = Add(new Option<int>("--examples") { HelpName = "N", Description = "Articles that are named for each finding.", DefaultValueFactory = _ => new AuditOptions().Examples });
    }

    public override Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        int examples = context.Arguments.GetValue(_examples);
        if (examples is < 0 or > 100_000) throw new UsageException("--examples must be from 0 to 100000.");
        string folder = context.Arguments.GetValue(_folder) ?? context.Store.DefaultSource;
        var audit = new FolderAudit(new AuditOptions { Examples = examples });
        AuditReport report = BuildProgressDisplay.Run(context, progress =>
            audit.Run(folder, (done, total) => progress(new BuildProgress(BuildStage.Scanning, done, total)), cancellationToken));
        if (context.Json) JsonOutput.Write(context.Output, report, CliJson.Relaxed.AuditReport);
        else AuditTable.Write(context, report);
        return Task.FromResult(report.Unreadable.Count == 0 ? ExitCode.Done : ExitCode.SomeSkipped);
    }
}

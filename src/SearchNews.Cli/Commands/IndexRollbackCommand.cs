using SearchNews.Cli.Output;
using SearchNews.Cli.Serving;
using SearchNews.Search.Generations;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews index rollback</c></summary>
internal sealed class IndexRollbackCommand : CliCommand
{
    public IndexRollbackCommand()
        : base("rollback", "Switches back to the newest sound generation before the live one. Exit code 4 when there is none.")
    {
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var result = new RollbackResult(await RollbackAsync(context, cancellationToken));
        if (context.Json) JsonOutput.Write(context.Output, result, CliJson.Relaxed.RollbackResult);
        else await context.Output.WriteLineAsync($"{result.Generation} is live");
        return ExitCode.Done;
    }

    private static async Task<string> RollbackAsync(CommandContext context, CancellationToken cancellationToken)
    {
        try
        {
            using WriterLock held = WriterLock.Obtain(context.Store.Root, "index rollback");
            return context.Store.Rollback().Name;
        }
        catch (IndexLockedException locked) when (ServingWriter.Find(context, locked) is { } writer)
        {
            using (writer) return await writer.RollbackAsync(cancellationToken);
        }
    }
}

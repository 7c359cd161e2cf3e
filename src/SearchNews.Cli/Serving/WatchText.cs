using SearchNews.Cli.Output;
using SearchNews.Search.Indexing;
using SearchNews.Search.Maintenance;

namespace SearchNews.Cli.Serving;

/// <summary>What <c>index watch</c> prints: a report an update, as JSON a line each when asked; problems on the error stream.</summary>
internal sealed class WatchText(CommandContext context) : IWatchLog
{
    /// <inheritdoc/>
    public void Updated(UpdateReport report)
    {
        if (context.Json) JsonOutput.Write(context.Output, report, CliJson.Relaxed.UpdateReport);
        else ReportText.Write(context, report);
        context.Output.Flush();
    }

    /// <inheritdoc/>
    public void Failed(string problem, Exception cause)
    {
        context.Error.WriteLine($"error: {problem}");
        if (context.Verbose) context.Error.WriteLine(cause);
    }

    /// <inheritdoc/>
    public void Recovered() => context.Say("The index is up to date again.");

    /// <inheritdoc/>
    public void Blinded(Exception cause) => context.Error.WriteLine($"warning: The system lost track of changes ({cause.GetType().Name}); the folder is looked at every few seconds meanwhile.");
}

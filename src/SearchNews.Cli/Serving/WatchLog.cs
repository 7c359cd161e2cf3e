using Microsoft.Extensions.Logging;
using SearchNews.Search.Indexing;
using SearchNews.Search.Maintenance;

namespace SearchNews.Cli.Serving;

/// <summary>What <c>serve --watch</c> logs.</summary>
internal sealed partial class WatchLog(ILogger<WatchLog> logger) : IWatchLog
{
    /// <inheritdoc/>
    public void Updated(UpdateReport report)
    {
        LogUpdated(report.Commit, report.Indexed, report.Deleted, report.Skipped.Count, report.Seconds);
        foreach (string skipped in report.Skipped) LogSkipped(skipped);
    }

    /// <inheritdoc/>
    public void Failed(string problem, Exception cause) => LogFailed(cause, problem);

    /// <inheritdoc/>
    public void Recovered() => LogRecovered();

    /// <inheritdoc/>
    public void Blinded(Exception cause) => LogBlinded(cause);

    [LoggerMessage(EventId = 40, Level = LogLevel.Information, Message = "Index updated to commit {Commit}: {Indexed} indexed, {Deleted} deleted, {Skipped} skipped, {Seconds} s")]
    private partial void LogUpdated(long commit, int indexed, int deleted, int skipped, double seconds);

    [LoggerMessage(EventId = 41, Level = LogLevel.Warning, Message = "Skipped {Article}")]
    private partial void LogSkipped(string article);

    [LoggerMessage(EventId = 42, Level = LogLevel.Error, Message = "Watching fails: {Problem}")]
    private partial void LogFailed(Exception cause, string problem);

    [LoggerMessage(EventId = 43, Level = LogLevel.Information, Message = "Watching succeeds again")]
    private partial void LogRecovered();

    [LoggerMessage(EventId = 44, Level = LogLevel.Warning, Message = "The system lost track of changes; the folder is looked at every few seconds meanwhile")]
    private partial void LogBlinded(Exception cause);
}

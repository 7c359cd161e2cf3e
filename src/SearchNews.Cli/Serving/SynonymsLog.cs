using Microsoft.Extensions.Logging;

namespace SearchNews.Cli.Serving;

/// <summary>Logs when the file of synonyms becomes unusable, and when it is usable again. One thread at a time.</summary>
internal sealed partial class SynonymsLog(ILogger<SynonymsLog> logger)
{
    private string? _told;

    /// <summary>Logs a problem when it is another one than before; null for none.</summary>
    public void Tell(string? problem)
    {
        if (problem == _told) return;
        _told = problem;
        if (problem is null) LogRecovered();
        else LogProblem(problem);
    }

    [LoggerMessage(EventId = 50, Level = LogLevel.Warning, Message = "{Problem} Searches go on with those read before")]
    private partial void LogProblem(string problem);

    [LoggerMessage(EventId = 51, Level = LogLevel.Information, Message = "The synonyms are up to date again")]
    private partial void LogRecovered();
}

using SearchNews.Search;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;

namespace SearchNews.Api.Jobs;

/// <summary>Why a job failed, fit to be shown: it names no folder of the host.</summary>
/// <param name="Code">For scripts: <c>refused</c> (a safety check), <c>locked</c> (another process writes), <c>unavailable</c> (no sound index), <c>storage</c>
/// (the disk or the source folder) or <c>internal</c>.</param>
/// <param name="Message">For people.</param>
public sealed record JobError(string Code, string Message)
{
    internal static JobError Of(Exception exception, string id) => exception switch
    {
        BuildRefusedException => new JobError("refused", exception.Message),
        IndexLockedException => new JobError("locked", exception.Message),
        BackendUnavailableException => new JobError("unavailable", exception.Message),
        IOException or UnauthorizedAccessException => new JobError("storage", $"The disk or the source folder refused ({exception.GetType().Name}); the log has the details under job {id}."),
        _ => new JobError("internal", $"A fault of the service ({exception.GetType().Name}); the log has the details under job {id}."),
    };
}

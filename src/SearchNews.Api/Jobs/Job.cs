using SearchNews.Search.Indexing;

namespace SearchNews.Api.Jobs;

/// <summary>One long piece of work. Thread-safe: one thread works, others look and cancel.</summary>
internal sealed class Job(string id, string kind, DateTimeOffset startedAt) : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Lock _lock = new();
    private JobResponse _now = new(id, kind, NameOf(JobState.Running), startedAt, null, null, null, null);
    private BuildProgress _progress;
    private bool _hasProgress;

    public string Id => id;

    public string Kind => kind;

    public CancellationToken Token => _cancellation.Token;

    /// <summary>Ends with the job and never fails.</summary>
    public Task Ended { get; set; } = Task.CompletedTask;

    /// <summary>As it stands.</summary>
    public JobResponse Describe()
    {
        lock (_lock) return _hasProgress ? _now with { Progress = new JobProgress(NameOf(_progress.Stage), _progress.Done, _progress.Total) } : _now;
    }

    /// <summary>Asks it to stop; nothing happens when it has ended.</summary>
    public void Cancel()
    {
        lock (_lock)
        {
            if (_now.EndedAt is null) _cancellation.Cancel();
        }
    }

    public void Tell(BuildProgress progress)
    {
        lock (_lock) (_progress, _hasProgress) = (progress, true);
    }

    public void End(JobState state, DateTimeOffset at, object? report = null, JobError? error = null)
    {
        lock (_lock) _now = _now with { State = NameOf(state), EndedAt = at, Report = report, Error = error };
    }

    public void Dispose() => _cancellation.Dispose();

    private static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}

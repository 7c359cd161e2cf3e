namespace SearchNews.Api.Jobs;

/// <summary>
/// Runs one job at a time on a thread of its own and remembers the last few. A job that fails is a failed job and no more: the process goes on. When the
/// host stops, the running job is cancelled and waited for, so that it can clean up. Thread-safe.
/// </summary>
internal sealed partial class JobRunner(TimeProvider clock, ILogger<JobRunner> logger) : IHostedService, IDisposable
{
    /// <summary>Jobs remembered, the running one counted.</summary>
    public const int Remembered = 10;

    private readonly Lock _lock = new();
    private readonly LinkedList<Job> _jobs = [];
    private bool _stopped;

    /// <summary>The job that runs, or null.</summary>
    public Job? Running
    {
        get
        {
            lock (_lock) return FindRunning();
        }
    }

    /// <summary>Starts a job, unless one runs.</summary>
    /// <param name="kind">What sort of job.</param>
    /// <param name="work">What it does.</param>
    /// <param name="job">The new job, or the one that runs.</param>
    public bool TryStart(string kind, JobWork work, out Job job)
    {
        lock (_lock)
        {
            if (FindRunning() is { } running)
            {
                job = running;
                return false;
            }

            job = new Job(Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"), kind, clock.GetUtcNow());
            if (_stopped) job.Cancel();
            _jobs.AddLast(job);
            if (_jobs.Count > Remembered) ForgetOldest();
            Job started = job;
            job.Ended = Task.Factory.StartNew(() => Run(started, work), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            return true;
        }
    }

    /// <summary>The job of that id, or null.</summary>
    public Job? Find(string id)
    {
        lock (_lock) return _jobs.FirstOrDefault(j => j.Id == id);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Job? last;
        lock (_lock)
        {
            _stopped = true;
            last = _jobs.Last?.Value;
        }

        if (last is null) return;
        last.Cancel();

        // When the host's patience ends first, the process ends; what the job leaves behind is an unfinished generation, which the next build deletes.
        await last.Ended.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            foreach (Job job in _jobs.Where(j => j.Ended.IsCompleted)) job.Dispose();
        }
    }

    private Job? FindRunning() => _jobs.Last?.Value is { Ended.IsCompleted: false } running ? running : null;

    private void ForgetOldest()
    {
        _jobs.First!.Value.Dispose();
        _jobs.RemoveFirst();
    }

    private void Run(Job job, JobWork work)
    {
        long started = clock.GetTimestamp();
        try
        {
            job.Token.ThrowIfCancellationRequested();
            object report = work(job.Tell, job.Token);
            job.End(JobState.Succeeded, clock.GetUtcNow(), report);
        }
        catch (OperationCanceledException) when (job.Token.IsCancellationRequested)
        {
            job.End(JobState.Cancelled, clock.GetUtcNow());
        }
        catch (Exception e)
        {
            job.End(JobState.Failed, clock.GetUtcNow(), error: JobError.Of(e, job.Id));
            LogFailed(e, job.Id);
        }

        LogEnded(job.Kind, job.Id, job.Describe().State, clock.GetElapsedTime(started).TotalSeconds);
    }

    [LoggerMessage(EventId = 40, Level = LogLevel.Error, Message = "Job {Id} failed")]
    private partial void LogFailed(Exception exception, string id);

    [LoggerMessage(EventId = 41, Level = LogLevel.Information, Message = "Job {Kind} {Id} {State} after {Seconds:0.0} s")]
    private partial void LogEnded(string kind, string id, string state, double seconds);
}

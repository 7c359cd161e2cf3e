using SearchNews.Search.Indexing;

namespace SearchNews.Search.Maintenance;

/// <summary>
/// Keeps the index up to date with the source folder: looks soon after the system tells of a change, and now and then in any case, as the system may forget (network
/// folders, overflow, a folder that was unmounted). No failure ends it: the index stays as it is, <see cref="IIndexMaintainer.Problem"/> says why, and the next look tries again.
/// </summary>
public sealed class FolderWatcher : IDisposable
{
    private readonly IndexMaintainer _maintainer;
    private readonly WatchOptions _options;
    private readonly IWatchLog _log;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _changed = new(0, 1);
    private FolderEvents? _events;
    private volatile Exception? _blindness;
    private string? _failure;
    private IReadOnlyList<string> _skipped = [];

    /// <summary>Prepares to watch the source folder of a maintainer.</summary>
    public FolderWatcher(IndexMaintainer maintainer, WatchOptions options, IWatchLog log, TimeProvider? clock = null)
    {
        _maintainer = maintainer;
        _options = options;
        _log = log;
        _clock = clock ?? TimeProvider.System;
    }

    /// <summary>Watches until cancelled. The first look is at once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                Watch();
                TimeSpan next = Look(cancellationToken);
                if (await _changed.WaitAsync(next, cancellationToken)) await SettleAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    /// <summary>Stops listening; to be called when <see cref="RunAsync"/> has ended.</summary>
    public void Dispose()
    {
        _events?.Dispose();
        _changed.Dispose();
    }

    /// <summary>Begins to listen for changes, or begins anew after a failure.</summary>
    private void Watch()
    {
        if (_blindness is { } cause)
        {
            _events?.Dispose();
            _events = null;
            _blindness = null;
            _log.Blinded(cause);
        }

        if (_events is not null) return;
        try
        {
            if (Directory.Exists(_maintainer.Source)) _events = new FolderEvents(_maintainer.Source, Signal, OnBlinded);
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            _log.Blinded(e);
        }
    }

    /// <summary>Looks once; returns how long to wait for a change before the next look.</summary>
    private TimeSpan Look(CancellationToken cancellationToken)
    {
        try
        {
            var options = new UpdateOptions { Patience = _options.Patience, FewAllowed = _options.FewAllowed, AllowShrink = _options.AllowShrink, AllowSkips = _options.AllowSkips };
            UpdateOutcome outcome = _maintainer.Look(options, progress: null, cancellationToken);
            UpdateReport report = outcome.Report;
            if (_failure is not null) _log.Recovered();
            _failure = null;
            if (report.Indexed > 0 || report.Deleted > 0 || !report.Skipped.SequenceEqual(_skipped, StringComparer.Ordinal)) _log.Updated(report);
            _skipped = report.Skipped;
            return outcome.IsUnfinished ? _options.LongestWait : _events is null ? _options.FallbackInterval : _options.Interval;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            string problem = Describe(e);
            _maintainer.ReportProblem(problem);
            if (problem != _failure) _log.Failed(problem, e);
            _failure = problem;

            // A folder that went away takes its watch with it, and the system does not say so.
            if (e is DirectoryNotFoundException)
            {
                _events?.Dispose();
                _events = null;
            }

            return _options.FallbackInterval;
        }
    }

    /// <summary>Waits until the folder is quiet, but not for ever.</summary>
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        long started = _clock.GetTimestamp();
        while (_clock.GetElapsedTime(started) < _options.LongestWait)
        {
            if (!await _changed.WaitAsync(_options.Quiet, cancellationToken)) return;
        }
    }

    private void OnBlinded(Exception cause)
    {
        _blindness = cause;
        Signal();
    }

    private void Signal()
    {
        try
        {
            if (_changed.CurrentCount == 0) _changed.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Two changes at once: one signal is enough. Or a late one: nobody waits any more.
            return;
        }
    }

    private static string Describe(Exception failure) => failure switch
    {
        DirectoryNotFoundException => "The source folder is not there; the index stays as it is until it comes back.",
        BuildRefusedException or BackendUnavailableException => failure.Message,
        _ => $"Bringing the index up to date fails ({failure.GetType().Name}); the log has the details.",
    };
}

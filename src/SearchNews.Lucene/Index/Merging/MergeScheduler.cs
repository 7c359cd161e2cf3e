namespace SearchNews.Lucene.Index.Merging;

/// <summary>Runs merges one after the other on a thread in the background, as long as any are due. Thread-safe.</summary>
/// <param name="mergeNext">Does the next merge; false when none is due.</param>
/// <param name="failed">Told of its failures, as nobody waits for the thread.</param>
internal sealed class MergeScheduler(Func<CancellationToken, bool> mergeNext, Action<Exception> failed) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private int _isDisposed;
    private Task _running = Task.CompletedTask;
    private bool _isRunning;
    private bool _isDue;

    /// <summary>Set when merges are to end at once.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>Looks for merges, unless that is being done already; then once more after it. Returns at once.</summary>
    public void Wake()
    {
        lock (_lock)
        {
            _isDue = true;
            if (_isRunning) return;
            _isRunning = true;
            _running = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    /// <summary>Waits until no merge is due or the merges have ended by a failure.</summary>
    public void Wait()
    {
        while (true)
        {
            Task running;
            lock (_lock)
            {
                if (!_isRunning) return;
                running = _running;
            }

            running.Wait();
        }
    }

    /// <summary>Ends merges, for ever. Returns once the thread is gone.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0) _stop.Cancel();
        Wait();
    }

    private void Run()
    {
        while (IsDue())
        {
            try
            {
                while (mergeNext(_stop.Token))
                {
                }
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                // As asked for.
            }
            catch (Exception e)
            {
                failed(e);
            }
        }
    }

    private bool IsDue()
    {
        lock (_lock)
        {
            _isRunning = _isDue && !_stop.IsCancellationRequested;
            _isDue = false;
            return _isRunning;
        }
    }
}

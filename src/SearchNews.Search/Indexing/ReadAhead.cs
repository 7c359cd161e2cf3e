using SearchNews.Articles.Folders;

namespace SearchNews.Search.Indexing;

/// <summary>
/// Reads article files on many threads, some ahead of what is asked for, and gives them in order. Reading begins at once. A queue of tasks: PLINQ does the same with
/// much more code that must be made first, which an update of a few files would wait for.
/// </summary>
/// <remarks>Used by one thread. After <see cref="Dispose"/> no file is being read any more.</remarks>
internal sealed class ReadAhead : IDisposable
{
    /// <summary>Files read or waiting for each thread: enough to go on while one large file is awaited, and little memory.</summary>
    private const int PerThread = 8;

    private readonly List<ArticleEntry> _entries;
    private readonly Func<ArticleEntry, ArticleReading> _read;
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationTokenSource _ending = new();
    private readonly TaskScheduler _threads;
    private readonly Queue<Task<ArticleReading>> _ahead = new();
    private readonly int _most;
    private int _started;

    /// <summary>Begins to read.</summary>
    /// <param name="entries">The files.</param>
    /// <param name="read">Reads one; called by many threads.</param>
    /// <param name="threads">How many; 1 to 64, else the nearest.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public ReadAhead(List<ArticleEntry> entries, Func<ArticleEntry, ArticleReading> read, int threads, CancellationToken cancellationToken)
    {
        threads = Math.Clamp(threads, 1, 64);
        _entries = entries;
        _read = read;
        _cancellationToken = cancellationToken;
        _most = threads * PerThread;
        _threads = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler;
        Fill();
    }

    /// <summary>Waits for the next file; null after the last.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ArticleReading? Next()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (!_ahead.TryDequeue(out Task<ArticleReading>? first)) return null;
        Fill();
        return first.GetAwaiter().GetResult();
    }

    /// <summary>Drops what was read and not asked for.</summary>
    public void Dispose()
    {
        _ending.Cancel();
        foreach (Task<ArticleReading> reading in _ahead) ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
        _ending.Dispose();
    }

    private void Fill()
    {
        while (_started < _entries.Count && _ahead.Count < _most)
        {
            ArticleEntry entry = _entries[_started++];
            _ahead.Enqueue(Task.Factory.StartNew(() => _read(entry), _ending.Token, TaskCreationOptions.DenyChildAttach, _threads));
        }
    }
}

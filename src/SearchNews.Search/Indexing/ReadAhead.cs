using System.Diagnostics.CodeAnalysis;
using SearchNews.Articles.Folders;

namespace SearchNews.Search.Indexing;

/// <summary>
/// Reads article files on threads of its own, some ahead of what is asked for, and gives them in order. Reading begins at once. Reading waits for the disk most of the time unless the files are in memory already, so
/// that the threads may be more than the processors have; those of the pool are left to whoever answers questions meanwhile.
/// </summary>
/// <remarks>Used by one thread. After <see cref="Dispose"/> no file is being read any more.</remarks>
internal sealed class ReadAhead : IDisposable
{
    /// <summary>Files read or waiting for each thread: enough to go on while one large file is awaited, and little memory.</summary>
    private const int PerThread = 8;

    private const int MaxThreads = 64;

    private readonly IEnumerator<ArticleEntry> _entries;
    private readonly Func<ArticleEntry, ArticleReading> _read;
    private readonly CancellationToken _cancellationToken;
    private readonly Queue<Task<ArticleReading>> _ahead = new();
    private readonly Thread[] _threads;
    private readonly int _most;

    // Those of the files ahead that no thread has taken yet. Shared, as is the flag, under the lock of the queue.
    private readonly Queue<Task<ArticleReading>> _waiting = new();
    private bool _isEnding;

    /// <summary>Begins to read.</summary>
    /// <param name="entries">The files; taken one by one, as they are read.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="read">Reads one; called by many threads.</param>
    /// <param name="threads">How many; 1 to 64, else the nearest.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public ReadAhead(IEnumerable<ArticleEntry> entries, int count, Func<ArticleEntry, ArticleReading> read, int threads, CancellationToken cancellationToken)
    {
        _entries = entries.GetEnumerator();
        _read = read;
        _cancellationToken = cancellationToken;
        _threads = new Thread[Math.Min(Math.Clamp(threads, 1, MaxThreads), count)];
        _most = _threads.Length * PerThread;
        for (int i = 0; i < _threads.Length; i++)
        {
            _threads[i] = new Thread(ReadOnAndOn) { IsBackground = true, Name = "article reader" };
            _threads[i].Start();
        }

        Fill();
    }

    /// <summary>How many threads read unless somebody wants another number.</summary>
    public static int UsualThreads => Math.Min(2 * Environment.ProcessorCount, MaxThreads);

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
        lock (_waiting)
        {
            _isEnding = true;
            Monitor.PulseAll(_waiting);
        }

        foreach (Thread thread in _threads) thread.Join();
        _entries.Dispose();
    }

    // Many at a time: waking a thread for each file would cost more than reading one that is in memory.
    private void Fill()
    {
        if (_ahead.Count > _most / 2) return;
        while (_ahead.Count < _most && _entries.MoveNext())
        {
            ArticleEntry entry = _entries.Current;
            var reading = new Task<ArticleReading>(() => _read(entry));
            _ahead.Enqueue(reading);
            lock (_waiting)
            {
                _waiting.Enqueue(reading);
                Monitor.Pulse(_waiting);
            }
        }
    }

    private void ReadOnAndOn()
    {
        while (TryTakeWaiting(out Task<ArticleReading>? reading)) reading.RunSynchronously(TaskScheduler.Default);
    }

    // False at the end.
    private bool TryTakeWaiting([NotNullWhen(true)] out Task<ArticleReading>? reading)
    {
        lock (_waiting)
        {
            while (!_isEnding && _waiting.Count == 0) Monitor.Wait(_waiting);
            reading = _isEnding ? null : _waiting.Dequeue();
        }

        return reading is not null;
    }
}

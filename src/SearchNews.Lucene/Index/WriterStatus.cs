namespace SearchNews.Lucene.Index;

/// <summary>Whether a writer may be used: not after it was closed, and not after a failure, since nobody knows then what is on the disk. Thread-safe.</summary>
internal sealed class WriterStatus
{
    private volatile Exception? _failure;
    private volatile bool _closed;

    /// <summary>Whether anything failed for good.</summary>
    public bool HasFailed => _failure is not null;

    /// <summary>Whether the writer was closed.</summary>
    public bool IsClosed => _closed;

    /// <summary>No more calls from now on.</summary>
    public void Close() => _closed = true;

    /// <summary>Does something after which, if it throws, the writer takes no more calls.</summary>
    public void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            Fail(e);
            throw;
        }
    }

    /// <summary>Notes a failure; the first one counts.</summary>
    public void Fail(Exception failure) => Interlocked.CompareExchange(ref _failure, failure, null);

    /// <summary>Throws when the writer may not be used.</summary>
    public void ThrowIfUnusable()
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(IndexWriter));
        if (_failure is { } failure) throw new InvalidOperationException($"The writer failed before and takes no more calls: {failure.Message} Dispose it and open another; the index is as of the last commit.", failure);
    }
}

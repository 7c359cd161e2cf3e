namespace SearchNews.Lucene.Store;

/// <summary>An exclusive lock on a directory, held until disposed.</summary>
public abstract class IndexLock : IDisposable
{
    /// <summary>Name of the lock file of an index writer, Lucene's convention.</summary>
    public const string WriteLockName = "write.lock";

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the lock; the lock file stays, as Lucene leaves it.</summary>
    protected abstract void Dispose(bool disposing);
}

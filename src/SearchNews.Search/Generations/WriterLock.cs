using SearchNews.Lucene.Store;

namespace SearchNews.Search.Generations;

/// <summary>
/// The right to change the index folder, held by one process at a time: an operating-system lock on <c>write.lock</c>, which stays empty and which the system frees when its
/// holder dies, and <c>writer.json</c> with the <see cref="WriterHolder"/>, which tells others who holds it.
/// </summary>
public sealed class WriterLock : IDisposable
{
    private readonly IndexDirectory _root;
    private readonly IndexLock _lock;
    private bool _disposed;

    private WriterLock(IndexDirectory root, IndexLock @lock, WriterHolder holder)
    {
        _root = root;
        _lock = @lock;
        Holder = holder;
    }

    /// <summary>This process, as others see it.</summary>
    public WriterHolder Holder { get; private set; }

    /// <summary>Takes the lock of an index folder, creating the folder when it is missing.</summary>
    /// <param name="root">The index folder.</param>
    /// <param name="purpose">What the holder is doing, for the message that others get.</param>
    /// <exception cref="IndexLockedException">Another process, or another task of this one, holds it.</exception>
    public static WriterLock Obtain(string root, string purpose) => Obtain(new FileSystemDirectory(root), purpose);

    /// <summary>Takes the lock of the index folder behind <paramref name="root"/>.</summary>
    internal static WriterLock Obtain(IndexDirectory root, string purpose)
    {
        IndexLock held;
        try
        {
            held = root.ObtainLock(IndexLock.WriteLockName);
        }
        catch (LockObtainFailedException e)
        {
            throw new IndexLockedException(WriterHolder.Read(root), e);
        }

        var obtained = new WriterLock(root, held, new WriterHolder(Environment.ProcessId, purpose));
        try
        {
            obtained.Holder.Write(root);
            return obtained;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Tells others where this process takes changes, since it keeps the lock as long as it serves.</summary>
    /// <param name="url">Its address on this machine.</param>
    /// <param name="source">The folder of articles that it reads.</param>
    public void Announce(string url, string? source = null)
    {
        Holder = Holder with { Url = url, Source = source };
        Holder.Write(_root);
    }

    /// <summary>Gives the lock back.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        WriterHolder.Delete(_root);
        _lock.Dispose();
    }
}

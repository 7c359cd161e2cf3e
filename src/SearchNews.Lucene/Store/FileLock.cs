namespace SearchNews.Lucene.Store;

/// <summary>
/// A lock file, locked as Java's FileChannel.tryLock locks it (a POSIX record lock over the whole range), so that Apache Lucene and
/// this writer exclude each other. POSIX locks do not exclude within one process, hence the set of held paths. The operating system frees the lock of
/// a process that died.
/// </summary>
public sealed class FileLock : IndexLock
{
    /// <summary>Windows says so when it is opening, not locking, that another process does not allow.</summary>
    private const int SharingViolation = unchecked((int)0x80070020);

    private static readonly HashSet<string> Held = new(StringComparer.Ordinal);

    private readonly string _path;
    private readonly FileStream _stream;
    private bool _disposed;

    private FileLock(string path, FileStream stream)
    {
        _path = path;
        _stream = stream;
    }

    /// <summary>Takes the lock on the file at <paramref name="path"/>, creating an empty file when there is none.</summary>
    /// <exception cref="LockObtainFailedException">Somebody else holds it.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static FileLock Obtain(string path)
    {
        path = Path.GetFullPath(path);
        lock (Held)
        {
            if (!Held.Add(path)) throw new LockObtainFailedException($"Lock '{path}' is held by another writer of this process.");
        }

        FileStream? stream = null;
        try
        {
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
            if (!OperatingSystem.IsMacOS()) stream.Lock(0, long.MaxValue);
            return new FileLock(path, stream);
        }
        catch (Exception e)
        {
            stream?.Dispose();
            lock (Held) Held.Remove(path);
            if (e is IOException && (stream is not null || e.HResult == SharingViolation)) throw new LockObtainFailedException($"Lock '{path}' is held by another process.", e);

            // A disk that fails is no other process: nobody could be waited for.
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (_disposed || !disposing) return;
        _disposed = true;
        _stream.Dispose();
        lock (Held) Held.Remove(_path);
    }
}

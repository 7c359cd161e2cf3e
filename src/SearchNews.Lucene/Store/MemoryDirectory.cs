using System.Collections.Concurrent;

namespace SearchNews.Lucene.Store;

/// <summary>An <see cref="IndexDirectory"/> in memory, for tests and throw-away indexes. Nothing outlives the process.</summary>
public sealed class MemoryDirectory : IndexDirectory
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _locks = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override IReadOnlyList<string> ListAll() => _files.Keys.Order(StringComparer.Ordinal).ToArray();

    /// <inheritdoc/>
    public override long FileLength(string name) => Find(name).Length;

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name)
    {
        if (!_files.TryAdd(name, [])) throw new IOException($"File '{name}' exists; index files are written once.");
        return new Output(this, name);
    }

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name) => new(name, Find(name));

    /// <inheritdoc/>
    public override void DeleteFile(string name)
    {
        if (!_files.TryRemove(name, out _)) throw NotFound(name);
    }

    /// <inheritdoc/>
    public override void Rename(string source, string destination)
    {
        if (!_files.TryAdd(destination, Find(source))) throw new IOException($"File '{destination}' exists; index files are written once.");
        _files.TryRemove(source, out _);
    }

    /// <inheritdoc/>
    public override void Replace(string source, string destination)
    {
        _files[destination] = Find(source);
        _files.TryRemove(source, out _);
    }

    /// <inheritdoc/>
    public override void Sync(IEnumerable<string> names)
    {
        foreach (string name in names) Find(name);
    }

    /// <inheritdoc/>
    public override void SyncMetadata()
    {
    }

    /// <inheritdoc/>
    public override IndexLock ObtainLock(string name)
    {
        if (!_locks.TryAdd(name, true)) throw new LockObtainFailedException($"Lock '{name}' is held by another writer of this process.");
        return new HeldLock(this, name);
    }

    private byte[] Find(string name) => _files.TryGetValue(name, out byte[]? bytes) ? bytes : throw NotFound(name);

    private static FileNotFoundException NotFound(string name) => new($"No file '{name}' in the memory directory.", name);

    private sealed class Output(MemoryDirectory directory, string name) : IndexOutput(name)
    {
        private readonly MemoryStream _bytes = new();
        private bool _disposed;

        protected override void Append(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

        protected override void Dispose(bool disposing)
        {
            if (_disposed) return;
            _disposed = true;
            base.Dispose(disposing);
            directory._files[Name] = _bytes.ToArray();
        }
    }

    private sealed class HeldLock(MemoryDirectory directory, string name) : IndexLock
    {
        private bool _disposed;

        protected override void Dispose(bool disposing)
        {
            if (_disposed) return;
            _disposed = true;
            directory._locks.TryRemove(name, out _);
        }
    }
}

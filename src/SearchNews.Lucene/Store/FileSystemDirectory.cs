using Microsoft.Win32.SafeHandles;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Store;

/// <summary>
/// An <see cref="IndexDirectory"/> in a folder of the file system. A file is read into memory whole when opened, so a truncated or
/// deleted file can never fail a reader later; files are limited to 2 GiB for that.
/// </summary>
public sealed class FileSystemDirectory : IndexDirectory
{
    /// <summary>Opens the folder, creating it when it is missing.</summary>
    /// <param name="path">The folder.</param>
    public FileSystemDirectory(string path)
    {
        FullPath = Path.GetFullPath(path);
        Directory.CreateDirectory(FullPath);
    }

    /// <summary>The folder's absolute path.</summary>
    public string FullPath { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> ListAll() =>
        Directory.EnumerateFiles(FullPath).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).ToArray();

    /// <inheritdoc/>
    public override long FileLength(string name) => new FileInfo(PathOf(name)).Length;

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name) => new Output(name, PathOf(name));

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name)
    {
        using SafeFileHandle handle = File.OpenHandle(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        long length = RandomAccess.GetLength(handle);
        if (length > Array.MaxLength)
            throw new CorruptIndexException($"file of {length} bytes is longer than this reader takes into memory ({Array.MaxLength})", name, 0);
        byte[] bytes = GC.AllocateUninitializedArray<byte>((int)length);
        int read = 0;
        while (read < bytes.Length)
        {
            int n = RandomAccess.Read(handle, bytes.AsSpan(read), read);
            if (n == 0) throw new CorruptIndexException($"file ended at {read} bytes while {bytes.Length} were expected", name, read);
            read += n;
        }

        return new IndexInput(name, bytes);
    }

    /// <inheritdoc/>
    public override void DeleteFile(string name)
    {
        string path = PathOf(name);
        if (!File.Exists(path)) throw new FileNotFoundException($"No file '{name}' in the index folder.", name);
        File.Delete(path);
    }

    /// <inheritdoc/>
    public override void Rename(string source, string destination) => File.Move(PathOf(source), PathOf(destination), overwrite: false);

    /// <inheritdoc/>
    public override void Replace(string source, string destination) => File.Move(PathOf(source), PathOf(destination), overwrite: true);

    /// <inheritdoc/>
    public override void Sync(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            using SafeFileHandle handle = File.OpenHandle(PathOf(name), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            RandomAccess.FlushToDisk(handle);
        }
    }

    /// <inheritdoc/>
    public override void SyncMetadata() => FolderSync.Sync(FullPath);

    /// <inheritdoc/>
    public override IndexLock ObtainLock(string name) => FileLock.Obtain(PathOf(name));

    private string PathOf(string name) => Path.Combine(FullPath, name);

    private sealed class Output : IndexOutput
    {
        private readonly SafeFileHandle _handle;
        private long _offset;

        public Output(string name, string path)
            : base(name) => _handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);

        protected override void Append(ReadOnlySpan<byte> bytes)
        {
            RandomAccess.Write(_handle, bytes, _offset);
            _offset += bytes.Length;
        }

        protected override void Dispose(bool disposing)
        {
            if (_handle.IsClosed) return;
            try
            {
                base.Dispose(disposing);
            }
            finally
            {
                _handle.Dispose();
            }
        }
    }
}

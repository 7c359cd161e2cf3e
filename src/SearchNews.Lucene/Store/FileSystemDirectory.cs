using Microsoft.Win32.SafeHandles;
using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Store;

/// <summary>
/// An <see cref="IndexDirectory"/> in a folder of the file system. A file is read into memory whole when opened, while its checksum is computed, so that a truncated or
/// deleted file can never fail a reader later. When the <see cref="MemoryBudget"/> is used up, a file is verified in the same way and then mapped read-only: a deleted file stays readable
/// then too, but one that somebody truncates ends the process. A file may have at most 2 GiB.
/// </summary>
public sealed class FileSystemDirectory : IndexDirectory
{
    // Fits into the second-level cache of any processor.
    private const int PieceLength = 256 * 1024;

    private readonly MemoryBudget _budget;

    /// <summary>Opens the folder, creating it when it is missing.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="budget">How much is read into memory; <see cref="MemoryBudget.Shared"/> when null.</param>
    public FileSystemDirectory(string path, MemoryBudget? budget = null)
    {
        FullPath = Path.GetFullPath(path);
        _budget = budget ?? MemoryBudget.Shared;
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
        using SafeFileHandle handle = OpenHandle(name, out int length);
        return Load(name, handle, length, checksum: null);
    }

    /// <inheritdoc/>
    public override IndexInput OpenVerified(string name)
    {
        using SafeFileHandle handle = OpenHandle(name, out int length);
        var checksum = new Crc32();
        IndexInput input = Load(name, handle, length, checksum);
        CodecUtil.VerifyChecksum(input, checksum.Value);
        return input;
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

    private SafeFileHandle OpenHandle(string name, out int length)
    {
        SafeFileHandle handle = File.OpenHandle(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        long bytes = RandomAccess.GetLength(handle);
        length = (int)Math.Min(bytes, Array.MaxLength);
        if (bytes == length) return handle;
        handle.Dispose();
        throw new CorruptIndexException($"file of {bytes} bytes is longer than this reader takes ({Array.MaxLength})", name, 0);
    }

    // The checksum takes in all but what it is compared with.
    private IndexInput Load(string name, SafeFileHandle handle, int length, Crc32? checksum)
    {
        MemoryLease? lease = length <= _budget.SmallFileBytes ? null : _budget.TryReserve(length);
        if (lease is not null || length <= _budget.SmallFileBytes)
        {
            byte[] bytes = GC.AllocateUninitializedArray<byte>(length);
            for (int at = 0; at < length; at += Math.Min(PieceLength, length - at)) ReadPiece(name, handle, at, bytes.AsSpan(at, Math.Min(PieceLength, length - at)), length, checksum);
            return new IndexInput(name, bytes, lease);
        }

        // Read as usual first: what the disk cannot read is an exception here, and the end of the process in a mapping.
        if (checksum is not null)
        {
            var piece = new byte[PieceLength];
            for (int at = 0; at < length; at += Math.Min(PieceLength, length - at)) ReadPiece(name, handle, at, piece.AsSpan(0, Math.Min(PieceLength, length - at)), length, checksum);
        }

        return new IndexInput(name, MappedFile.Map(name, handle, length, _budget), length);
    }

    /// <summary>Fills <paramref name="piece"/> and takes it into the checksum while it is still in the processor's cache.</summary>
    private static void ReadPiece(string name, SafeFileHandle handle, int at, Span<byte> piece, int length, Crc32? checksum)
    {
        for (int read = 0; read < piece.Length;)
        {
            int n = RandomAccess.Read(handle, piece[read..], at + read);
            if (n == 0) throw new CorruptIndexException($"file ended at {at + read} bytes while {length} were expected", name, at + read);
            read += n;
        }

        checksum?.Append(piece[..Math.Clamp(length - CodecUtil.ChecksumLength - at, 0, piece.Length)]);
    }

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

using System.Diagnostics.CodeAnalysis;
using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Store;

/// <summary>
/// The bytes of a file, mapped read-only. All cursors over them refer to this object. There is no Dispose: once the garbage collector finds that no cursor is left, the
/// mapping stays for a time of grace and is then taken back, so that no pointer in use can point to nothing.
/// </summary>
/// <remarks>
/// When another process truncates a mapped file, or the disk fails under it, reading its bytes ends the process; the operating system gives no other sign. That
/// is why files are mapped only when there is no room for them in memory.
/// </remarks>
internal sealed unsafe class MappedFile
{
    private readonly SafeMemoryMappedViewHandle _view;
    private readonly MemoryBudget _budget;
    private readonly long _length;

    private MappedFile(SafeMemoryMappedViewHandle view, long length, MemoryBudget budget)
    {
        // The reference counted here also keeps the handle's own finalizer from unmapping.
        byte* start = null;
        view.AcquirePointer(ref start);
        Start = start;
        _view = view;
        _length = length;
        _budget = budget;
        budget.CountMapped(length);
    }

    [SuppressMessage("Design", "MA0055:Do not use finalizer", Justification = "Readers are shared snapshots that nobody disposes of; only the collector knows the last.")]
    ~MappedFile()
    {
        // Reachable again until then; a finalizer runs but once.
        _ = Task.Delay(_budget.Grace).ContinueWith(_ => Unmap(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    /// <summary>The first byte.</summary>
    public byte* Start { get; }

    /// <summary>Maps the first <paramref name="length"/> bytes of an open file; the handle may be closed afterwards.</summary>
    /// <param name="name">The file's name, for errors.</param>
    /// <param name="handle">The file, open for reading.</param>
    /// <param name="length">At least 1.</param>
    /// <param name="budget">Where the mapping is counted, and which tells how long it stays after the last cursor is gone.</param>
    /// <exception cref="CorruptIndexException">The file has become shorter.</exception>
    public static MappedFile Map(string name, SafeFileHandle handle, long length, MemoryBudget budget)
    {
        long now = RandomAccess.GetLength(handle);
        if (now < length) throw new CorruptIndexException($"the file had {length} bytes and now has {now}: somebody truncated it", name, now);
        using MemoryMappedFile mapping = MemoryMappedFile.CreateFromFile(handle, mapName: null, capacity: 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        using MemoryMappedViewAccessor accessor = mapping.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        return new MappedFile(accessor.SafeMemoryMappedViewHandle, length, budget);
    }

    private void Unmap()
    {
        _view.ReleasePointer();
        _budget.CountMapped(-_length);
    }
}

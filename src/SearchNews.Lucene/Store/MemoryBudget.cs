namespace SearchNews.Lucene.Store;

/// <summary>
/// How many bytes of index files, and of their frequent terms once more, are held in memory; files opened beyond that are mapped, and terms read from their files. One budget can serve many directories, and usually <see cref="Shared"/> serves all.
/// What was taken is given back when the garbage collector finds that no reader refers to it any more. Thread-safe.
/// </summary>
public sealed class MemoryBudget
{
    private const int DefaultSmallFileBytes = 64 * 1024;

    // A span of mapped bytes does not keep the mapping alive, so nothing is unmapped before whoever read last has long moved on.
    private static readonly TimeSpan DefaultGrace = TimeSpan.FromMinutes(1);

    private readonly Lock _changing = new();
    private long _used;
    private long _mapped;

    /// <summary>Creates a budget.</summary>
    /// <param name="limit">Bytes in memory at the same time; 0 maps every file that is not small.</param>
    /// <param name="smallFileBytes">Files up to this length are read into memory whatever the budget, and not counted: a mapping takes whole pages, and most files of an index are small.</param>
    public MemoryBudget(long limit, int smallFileBytes = DefaultSmallFileBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        ArgumentOutOfRangeException.ThrowIfNegative(smallFileBytes);
        Limit = limit;
        SmallFileBytes = smallFileBytes;
    }

    /// <summary>The budget of the process: a quarter of the memory it may use (of the machine's, or of the container's limit).</summary>
    public static MemoryBudget Shared { get; } = new(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4);

    /// <summary>Bytes that may be in memory at the same time.</summary>
    public long Limit { get; }

    /// <summary>Files up to this length are read into memory in any case.</summary>
    public int SmallFileBytes { get; }

    /// <summary>Bytes that are in memory now, small files not counted.</summary>
    public long Used
    {
        get
        {
            lock (_changing) return _used;
        }
    }

    /// <summary>Bytes of files that are mapped now.</summary>
    public long Mapped => Interlocked.Read(ref _mapped);

    /// <summary>How long a mapping stays after nobody could be found who reads it.</summary>
    internal TimeSpan Grace { get; init; } = DefaultGrace;

    /// <summary>Takes room for a file, or returns null when there is not so much left.</summary>
    internal MemoryLease? TryReserve(long length)
    {
        lock (_changing)
        {
            if (length > Limit - _used) return null;
            var lease = new MemoryLease(this, length);
            _used += length;
            return lease;
        }
    }

    /// <summary>Counts bytes that were mapped, or fewer than none when they were unmapped.</summary>
    internal void CountMapped(long length) => Interlocked.Add(ref _mapped, length);

    /// <summary>Gives room back.</summary>
    internal void Release(long length)
    {
        lock (_changing) _used -= length;
    }
}

using System.Globalization;

namespace SearchNews.Search.Indexing;

/// <summary>A build was not begun, as the disk would be full before its end.</summary>
public sealed class NotEnoughSpaceException : BuildRefusedException
{
    /// <summary>Creates the error.</summary>
    /// <param name="needed">Bytes that the build may take at its greatest.</param>
    /// <param name="free">Bytes there are.</param>
    public NotEnoughSpaceException(long needed, long free)
        : base(string.Create(CultureInfo.InvariantCulture, $"The new generation may need {Megabytes(needed)} MB, and {Megabytes(free)} MB are free where the index is. Make room, or put the index elsewhere with --index."))
    {
        Needed = needed;
        Free = free;
    }

    /// <summary>Bytes that the build may take at its greatest.</summary>
    public long Needed { get; }

    /// <summary>Bytes there are.</summary>
    public long Free { get; }

    private static long Megabytes(long bytes) => (bytes + 999_999) / 1_000_000;
}

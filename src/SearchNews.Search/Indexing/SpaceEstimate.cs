using SearchNews.Search.Generations;

namespace SearchNews.Search.Indexing;

/// <summary>How much room a new generation takes while it is built.</summary>
internal static class SpaceEstimate
{
    // The segments and what they are merged to are there at once.
    private const int CopiesWhileMerging = 2;

    // The index of real folders takes a third to a half of their bytes.
    private const int SourcePerIndex = 2;

    private const long Reserve = 8L << 20;

    /// <summary>Bytes that a build may need at its greatest: by the live generation when there is one, else by the articles.</summary>
    /// <param name="live">The live generation, or null.</param>
    /// <param name="sourceBytes">Bytes of the articles.</param>
    public static long Of(Generation? live, long sourceBytes)
    {
        long index = live is null ? 0 : new DirectoryInfo(live.Path).EnumerateFiles().Sum(f => f.Length);
        return (Math.Max(index, sourceBytes / SourcePerIndex) * CopiesWhileMerging) + Reserve;
    }

    /// <summary>Bytes that may still be written where a folder is; the greatest number when the system does not tell.</summary>
    public static long FreeAt(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return long.MaxValue;
        }
    }
}

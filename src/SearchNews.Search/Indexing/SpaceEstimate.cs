using SearchNews.Search.Generations;

namespace SearchNews.Search.Indexing;

/// <summary>How much room a new generation takes while it is built.</summary>
internal static class SpaceEstimate
{
    // The segments and what they are merged to are there at once.
    private const int CopiesWhileMerging = 2;

    // Measured 930 on real folders of long articles; of an article no more than its title, its excerpt and its signals is kept.
    private const long BytesPerArticle = 1536;

    private const long Reserve = 1L << 20;

    /// <summary>Bytes that a build may need at its greatest: by the live generation, or by the articles when they are more than it has room for.</summary>
    /// <param name="live">The live generation, or null.</param>
    /// <param name="files">Number of articles.</param>
    /// <param name="sourceBytes">Bytes of the articles.</param>
    public static long Of(Generation? live, int files, long sourceBytes)
    {
        long index = live is null ? 0 : new DirectoryInfo(live.Path).EnumerateFiles().Sum(LengthOf);
        return (Math.Max(index, Math.Min(sourceBytes, files * BytesPerArticle)) * CopiesWhileMerging) + Reserve;
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

    /// <summary>The file's length; 0 when a writer of the live generation deleted it since it was listed.</summary>
    private static long LengthOf(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
    }
}

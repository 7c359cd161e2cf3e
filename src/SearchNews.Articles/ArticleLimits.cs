namespace SearchNews.Articles;

/// <summary>
/// Bounds on what is read from a folder of articles. A file that breaks one is skipped and reported, never cut silently.
/// Each bound is inclusive: a value equal to it is accepted.
/// </summary>
public sealed record ArticleLimits
{
    /// <summary>The limits used when none are given.</summary>
    public static ArticleLimits Default { get; } = new();

    /// <summary>Bytes of one file. Default 4 MiB; 1 to 1 GiB.</summary>
    public int FileBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Bytes between the two fence lines. Default 512 KiB; 1 to 1 GiB.</summary>
    public int FrontMatterBytes { get; init; } = 512 * 1024;

    /// <summary>
    /// Maps and lists open at once; the front matter itself is the first. Default 64; 1 to 1,000 (YamlDotNet's time grows
    /// with the square of the depth).
    /// </summary>
    public int Depth { get; init; } = 64;

    /// <summary>Keys of one map. Default 256; 1 to 100,000.</summary>
    public int Keys { get; init; } = 256;

    /// <summary>UTF-8 bytes of an article id. Default 512; 1 to 4,096.</summary>
    public int IdBytes { get; init; } = 512;

    /// <summary>
    /// Diagnostics kept for one file; when there are more, the last one kept says so. The skipping of a file does not
    /// depend on it. Default 20; 2 to 1,000.
    /// </summary>
    public int Diagnostics { get; init; } = 20;

    /// <summary>
    /// UTF-16 units of an excerpt taken from the body; a longer first paragraph is cut at a word and ends in `…`. An excerpt
    /// written in the front matter is never cut. Default 2,000; 16 to 1,000,000.
    /// </summary>
    public int BodyExcerptLength { get; init; } = 2_000;

    /// <summary>Throws when a limit is outside its documented range.</summary>
    internal ArticleLimits Validated()
    {
        Require(FileBytes, 1, 1 << 30, nameof(FileBytes));
        Require(FrontMatterBytes, 1, 1 << 30, nameof(FrontMatterBytes));
        Require(Depth, 1, 1_000, nameof(Depth));
        Require(Keys, 1, 100_000, nameof(Keys));
        Require(IdBytes, 1, 4_096, nameof(IdBytes));
        Require(Diagnostics, 2, 1_000, nameof(Diagnostics));
        Require(BodyExcerptLength, 16, 1_000_000, nameof(BodyExcerptLength));
        return this;
    }

    private static void Require(int value, int low, int high, string name)
    {
        if (value < low || value > high)
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be from {low} to {high}.");
    }
}

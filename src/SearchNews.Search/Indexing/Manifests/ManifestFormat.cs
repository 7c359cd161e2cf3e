using System.Globalization;

namespace SearchNews.Search.Indexing.Manifests;

/// <summary>
/// The file <c>articles.manifest</c> of a generation: what its last commit knows of the source folder, in lines of UTF-8 that end in LF.
/// <code>
/// searchnews-articles 1
/// commit N ID                      the commit it belongs to: N of segments_N, and its id in hex
/// scanned TICKS                    when the folder was listed, .NET ticks (100 ns) UTC
/// files COUNT
/// i SIZE TICKS HASH PATH           indexed; per file, ordinal order of paths; TICKS 0 when the time proves nothing
/// r SIZE TICKS HASH PATH           says removed: true
/// s SIZE TICKS HASH LINE COLUMN CODE PATH tab MESSAGE      skipped
/// crc CRC                          CRC-32 of all bytes before this line, 8 hex digits
/// </code>
/// No Lucene writer touches a file of this name. It only saves work: when it is missing, damaged or of another commit, content is compared instead. So it is
/// written after its commit, as a file that is fsynced and then renamed; the folder needs no fsync.
/// </summary>
internal static class ManifestFormat
{
    /// <summary>The file's name.</summary>
    public const string FileName = "articles.manifest";

    public const string Signature = "searchnews-articles 1";

    public const string Commit = "commit";

    public const string Scanned = "scanned";

    public const string Files = "files";

    public const string Checksum = "crc";

    /// <summary>The first character of a file's line.</summary>
    public static char MarkOf(ArticleOutcome outcome) => outcome switch
    {
        ArticleOutcome.Indexed => 'i',
        ArticleOutcome.Removed => 'r',
        _ => 's',
    };

    /// <summary>The last line, without its line end.</summary>
    public static string ChecksumLine(uint crc) => string.Create(CultureInfo.InvariantCulture, $"{Checksum} {crc:x8}");
}

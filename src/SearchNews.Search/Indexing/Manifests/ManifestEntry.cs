using System.Globalization;
using SearchNews.Articles.Diagnostics;

namespace SearchNews.Search.Indexing.Manifests;

/// <summary>What is remembered of one article file.</summary>
/// <param name="Path">Path below the source folder, <c>/</c>-separated, with extension.</param>
/// <param name="Size">Bytes when it was read.</param>
/// <param name="ModifiedTicks">Last write when it was read, in .NET ticks (100 ns) UTC; <see cref="Unsure"/> when it may not be relied on.</param>
/// <param name="Hash">The first 128 bits of the SHA-256 of its content: enough to tell contents apart, and small to keep; 0 when it could not be read.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Problem">Why it is skipped; null unless it is.</param>
internal sealed record ManifestEntry(string Path, long Size, long ModifiedTicks, UInt128 Hash, ArticleOutcome Outcome, ArticleDiagnostic? Problem)
{
    /// <summary>Stands for a time that proves nothing: the content is compared instead.</summary>
    public const long Unsure = 0;

    /// <summary>Digits of a hash in hex.</summary>
    public const int HashDigits = 32;

    /// <summary>The part of a content hash (64 hex digits, or empty) that is kept.</summary>
    public static UInt128 HashOf(string contentHash) =>
        contentHash.Length == 0 ? UInt128.Zero : UInt128.Parse(contentHash.AsSpan(0, HashDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}

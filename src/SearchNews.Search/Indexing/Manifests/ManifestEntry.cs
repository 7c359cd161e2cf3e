using SearchNews.Articles.Diagnostics;

namespace SearchNews.Search.Indexing.Manifests;

/// <summary>What is remembered of one article file.</summary>
/// <param name="Path">Path below the source folder, <c>/</c>-separated, with extension.</param>
/// <param name="Size">Bytes when it was read.</param>
/// <param name="ModifiedTicks">Last write when it was read, in .NET ticks (100 ns) UTC; <see cref="Unsure"/> when it may not be relied on.</param>
/// <param name="Hash">Of its content.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Problem">Why it is skipped; null unless it is.</param>
internal sealed record ManifestEntry(string Path, long Size, long ModifiedTicks, ContentHash Hash, ArticleOutcome Outcome, ArticleDiagnostic? Problem)
{
    /// <summary>Stands for a time that proves nothing: the content is compared instead.</summary>
    public const long Unsure = 0;
}

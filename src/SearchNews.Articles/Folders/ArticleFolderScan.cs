using SearchNews.Articles.Diagnostics;

namespace SearchNews.Articles.Folders;

/// <summary>The articles of a folder at one moment, and what was passed over. Immutable.</summary>
/// <param name="Entries">Article files in ordinal order of <see cref="ArticleEntry.Path"/>; each id once.</param>
/// <param name="Diagnostics">Files and folders that were skipped, in ordinal path order, each an error.</param>
/// <param name="LinksSkipped">Symbolic links and other reparse points of any name: a link can lead to a folder.</param>
/// <param name="NonRegularSkipped">Pipes, sockets and devices that have the name of an article.</param>
public sealed record ArticleFolderScan(
    IReadOnlyList<ArticleEntry> Entries,
    IReadOnlyList<ArticleDiagnostic> Diagnostics,
    int LinksSkipped,
    int NonRegularSkipped);

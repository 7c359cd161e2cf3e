using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Maintenance;

/// <summary>
/// Changes an index while it is being served: one per index folder, holding its <see cref="WriterLock"/> as long as it lives. Thread-safe; changes are
/// done one after the other. Every call blocks until the change is on disk and the backend answers from it.
/// </summary>
/// <remarks>
/// Any call may throw <see cref="BackendUnavailableException"/> when there is no sound generation to change, and <see cref="IOException"/> or
/// <see cref="UnauthorizedAccessException"/> when the disk refuses; the index is then as of its last commit, and the next call starts from there.
/// </remarks>
public interface IIndexMaintainer
{
    /// <summary>
    /// A failure in the background (watching, catching up), fit to be shown to anyone: it names no folder of the host. Null when there is none; cleared
    /// by the next success. It turns <c>/readyz</c> degraded.
    /// </summary>
    string? Problem { get; }

    /// <summary>
    /// Writes the article's file in the source folder (temporary file beside, fsync, rename, fsync of the folder), then indexes it and commits. When the id's
    /// file has the extension <c>.markdown</c>, that file is replaced, else <c>id.md</c> is written. An article with <c>removed: true</c> is written and
    /// not indexed.
    /// </summary>
    /// <param name="id">The article's id: path below the source folder without extension.</param>
    /// <param name="markdown">The whole file.</param>
    /// <param name="cancellationToken">Heeded until the file is written.</param>
    /// <exception cref="InvalidRequestException">The id names no file that could be written.</exception>
    /// <exception cref="InvalidArticleException">The article cannot be indexed; nothing was written.</exception>
    ArticleChange PutArticle(string id, ReadOnlyMemory<byte> markdown, CancellationToken cancellationToken = default);

    /// <summary>Removes the article's file from the source folder and the article from the index; false when there is neither.</summary>
    /// <inheritdoc cref="PutArticle" path="/exception[@cref='InvalidRequestException']"/>
    bool DeleteArticle(string id, CancellationToken cancellationToken = default);

    /// <summary>
    /// Builds a new generation and switches to it. Other changes go on meanwhile, on the live generation, and are in the new one when it goes live. One at
    /// a time: a second caller waits.
    /// </summary>
    /// <param name="options">How.</param>
    /// <param name="progress">Told often, from the calling thread; null when nobody listens.</param>
    /// <param name="cancellationToken">Ends the build; the live generation stays.</param>
    /// <exception cref="BuildRefusedException">A safety check failed.</exception>
    BuildReport Rebuild(BuildOptions options, Action<BuildProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Brings the live generation up to date with the source folder, touching only what changed.</summary>
    /// <param name="options">How.</param>
    /// <param name="progress">Told often, from the calling thread; null when nobody listens.</param>
    /// <param name="cancellationToken">Ends the update; the index stays as of its last commit.</param>
    /// <exception cref="BuildRefusedException">A safety check failed.</exception>
    UpdateReport Update(UpdateOptions options, Action<BuildProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Makes the newest sound generation before the live one live, and returns it.</summary>
    /// <exception cref="BackendUnavailableException">There is none.</exception>
    Generation Rollback();
}

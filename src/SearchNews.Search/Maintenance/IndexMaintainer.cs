using System.Diagnostics;
using SearchNews.Articles;
using SearchNews.Articles.Diagnostics;
using SearchNews.Lucene.Index;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;
using SearchNews.Search.Indexing.Manifests;

namespace SearchNews.Search.Maintenance;

/// <summary>
/// <see cref="IIndexMaintainer"/> on a local index folder. It keeps the live generation's writer open between changes, so that a change costs what it changes.
/// </summary>
public sealed class IndexMaintainer : IIndexMaintainer, IDisposable
{
    // Up to here a manifest is written in no time; longer ones not with every change. Without it the next start compares contents, that is all.
    private const int SmallManifest = 20_000;
    private static readonly TimeSpan SaveInterval = TimeSpan.FromSeconds(10);

    private readonly GenerationStore _store;
    private readonly WriterLock _held;
    private readonly SourceFiles _files;
    private readonly Action _refresh;
    private readonly TimeProvider _clock;
    private readonly ArticleReader _reader = new();

    // Taken in this order.
    private readonly Lock _rebuilding = new();
    private readonly Lock _changing = new();

    private GenerationWriter? _live;
    private long _saved;
    private bool _isBehind;
    private bool _disposed;
    private volatile string? _problem;

    private IndexMaintainer(GenerationStore store, WriterLock held, string source, Action refresh, TimeProvider clock)
    {
        _store = store;
        _held = held;
        _files = new SourceFiles(source);
        _refresh = refresh;
        _clock = clock;
    }

    /// <inheritdoc/>
    public string? Problem => _problem;

    /// <summary>The source folder.</summary>
    public string Source => _files.Root;

    /// <summary>The lock it holds, to say where the holder can be reached.</summary>
    public WriterLock Lock => _held;

    /// <summary>Takes the lock of an index folder.</summary>
    /// <param name="store">The index folder.</param>
    /// <param name="source">The source folder; null for the one that the live generation was made from, else the default one.</param>
    /// <param name="refresh">Makes the backend take up what was committed; called after each change.</param>
    /// <param name="purpose">What the holder is doing, for the message that others get.</param>
    /// <param name="clock">The time.</param>
    /// <exception cref="IndexLockedException">Somebody else is writing.</exception>
    public static IndexMaintainer Open(GenerationStore store, string? source, Action refresh, string purpose, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(refresh);
        return new IndexMaintainer(store, WriterLock.Obtain(store.Root, purpose), source ?? store.FindSource(), refresh, clock ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public ArticleChange PutArticle(string id, ReadOnlyMemory<byte> markdown, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        _files.Check(id);
        ArticleReadResult result = _reader.Read(id, SourceFiles.PathOf(id), markdown.Span);
        if (result.Article is not { } article) throw new InvalidArticleException(result.Diagnostics);
        lock (_changing)
        {
            GenerationWriter target = Live(cancellationToken);
            ManifestEntry? known = Known(target, id);
            string[] files = _files.Find(id, known?.Path);
            string path = files.Length > 0 ? files[0] : SourceFiles.PathOf(id);
            cancellationToken.ThrowIfCancellationRequested();
            Change(target, () => Stage(target, article, known), () => _files.Write(path, markdown.Span));
            Remember(target, id, new ManifestEntry(path, markdown.Length, ManifestEntry.Unsure, ContentHash.Of(article.ContentHash), article.Removed ? ArticleOutcome.Removed : ArticleOutcome.Indexed, null));
            return files.Length > 0 ? ArticleChange.Replaced : ArticleChange.Created;
        }
    }

    /// <inheritdoc/>
    public bool DeleteArticle(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        _files.Check(id);
        lock (_changing)
        {
            GenerationWriter target = Live(cancellationToken);
            ManifestEntry? known = Known(target, id);
            string[] files = _files.Find(id, known?.Path);
            if (files.Length == 0 && known is not { Outcome: ArticleOutcome.Indexed }) return false;
            cancellationToken.ThrowIfCancellationRequested();
            Change(target, () => Unstage(target, id, known), () => _files.Delete(files));
            Remember(target, id, null);
            return true;
        }
    }

    /// <inheritdoc/>
    public BuildReport Rebuild(BuildOptions options, Action<BuildProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        lock (_rebuilding)
        {
            ThrowIfDisposed();
            BuildReport report = new IndexBuilder(_store, options, _clock).Build(Source, progress ?? (static _ => { }), Switch, cancellationToken);
            _problem = null;
            return report;
        }

        void Switch(Action finish)
        {
            lock (_changing)
            {
                ThrowIfDisposed();
                finish();
                Close();
                _isBehind = false;
                _refresh();
            }
        }
    }

    /// <inheritdoc/>
    public UpdateReport Update(UpdateOptions options, Action<BuildProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Look(options, progress, cancellationToken).Report;

    /// <inheritdoc/>
    public Generation Rollback()
    {
        lock (_changing)
        {
            ThrowIfDisposed();
            Close();
            Generation generation = _store.Rollback();
            _refresh();
            return generation;
        }
    }

    /// <summary>Ends the work and gives the lock back.</summary>
    public void Dispose()
    {
        lock (_rebuilding)
        {
            lock (_changing)
            {
                if (_disposed) return;
                _disposed = true;
                Close();
                _held.Dispose();
            }
        }
    }

    /// <summary>As <see cref="Update"/>; says also whether to look again soon.</summary>
    internal UpdateOutcome Look(UpdateOptions options, Action<BuildProgress>? progress, CancellationToken cancellationToken)
    {
        lock (_changing)
        {
            GenerationWriter target = OpenLive();
            try
            {
                UpdateOutcome outcome = IndexUpdater.Update(target, Source, options, _clock, progress ?? (static _ => { }), cancellationToken);
                _isBehind = false;
                _problem = null;
                _refresh();
                return outcome;
            }
            catch (Exception e) when (e is not (OperationCanceledException or BuildRefusedException))
            {
                Close();
                throw;
            }
        }
    }

    /// <summary>A failure in the background.</summary>
    internal void ReportProblem(string problem) => _problem = problem;

    private static ManifestEntry? Known(GenerationWriter target, string id) => target.Manifest.Entries.GetValueOrDefault(id);

    /// <summary>Changes the index in memory; true when there is something to commit.</summary>
    private static bool Stage(GenerationWriter target, Article article, ManifestEntry? known)
    {
        bool isIndexed = known is { Outcome: ArticleOutcome.Indexed };
        if (article.Removed) return Unstage(target, article.Id, known);
        try
        {
            target.Put(article, isIndexed);
            return true;
        }
        catch (InvalidDocumentException e)
        {
            throw new InvalidArticleException([new ArticleDiagnostic(SourceFiles.PathOf(article.Id), 1, 1, "document-refused", DiagnosticSeverity.Error, e.Message)]);
        }
    }

    private static bool Unstage(GenerationWriter target, string id, ManifestEntry? known)
    {
        if (known is not { Outcome: ArticleOutcome.Indexed }) return false;
        target.Delete(id);
        return true;
    }

    /// <summary>
    /// The index takes the change in memory first, as it may refuse it; then the folder is changed, then the index commits. When that last step fails the folder is
    /// ahead of the index, which the next change makes up for.
    /// </summary>
    private void Change(GenerationWriter target, Func<bool> stage, Action changeFolder)
    {
        try
        {
            bool isChanged = stage();
            _isBehind = true;
            changeFolder();
            if (isChanged) target.CommitChanges(Source, _clock.GetUtcNow());
            _isBehind = false;
        }
        catch
        {
            if (_isBehind) _problem = "The last change of an article failed; its file may be ahead of the index until the next change or update.";
            Close();
            throw;
        }

        _refresh();
    }

    private void Remember(GenerationWriter target, string id, ManifestEntry? entry)
    {
        if (entry is { } file) target.Manifest.Set(file);
        else target.Manifest.Remove(id);
        if (target.Manifest.Entries.Count > SmallManifest && _saved != 0 && Stopwatch.GetElapsedTime(_saved) < SaveInterval) return;
        target.SaveManifest();
        _saved = Stopwatch.GetTimestamp();
    }

    /// <summary>The live generation, up to date with what this maintainer did to the folder.</summary>
    private GenerationWriter Live(CancellationToken cancellationToken)
    {
        if (_isBehind) Look(new UpdateOptions { AllowShrink = true, AllowSkips = true }, null, cancellationToken);
        return OpenLive();
    }

    private GenerationWriter OpenLive()
    {
        ThrowIfDisposed();
        try
        {
            Generation live = _store.FindLive() ?? throw IndexUpdater.NoIndex();
            if (_live is not null && _live.Generation != live) Close();
            return _live ??= GenerationWriter.Open(_store, live);
        }
        catch (Exception e) when (e is CorruptIndexException or IndexNotFoundException or IndexFormatTooNewException or IndexFormatTooOldException)
        {
            throw new BackendUnavailableException($"The live index is damaged: {e.Message}. Rebuild it with 'searchnews index rebuild'.", e);
        }
    }

    private void Close()
    {
        _live?.SaveManifest();
        _live?.Dispose();
        _live = null;
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposed, this);
}

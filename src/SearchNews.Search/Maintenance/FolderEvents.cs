using SearchNews.Articles;

namespace SearchNews.Search.Maintenance;

/// <summary>
/// Tells when something about the articles of a folder may have changed, as far as the system says. It says too much rather than too little: a folder that was renamed
/// may hold articles. Thread-safe.
/// </summary>
internal sealed class FolderEvents : IDisposable
{
    // The most that Windows takes over a network; Linux and macOS do not use it.
    private const int BufferBytes = 64 * 1024;

    private readonly FileSystemWatcher _watcher;
    private readonly Action _changed;
    private readonly Action<Exception> _failed;

    /// <summary>Begins to watch.</summary>
    /// <param name="folder">The folder, with all below it.</param>
    /// <param name="changed">Called for each change, from any thread.</param>
    /// <param name="failed">Called when changes were lost or no more will be told, from any thread.</param>
    /// <exception cref="IOException">The system has no room for another watch.</exception>
    /// <exception cref="ArgumentException">No such folder.</exception>
    public FolderEvents(string folder, Action changed, Action<Exception> failed)
    {
        _changed = changed;
        _failed = failed;
        _watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            InternalBufferSize = BufferBytes,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        _watcher.Created += OnChanged;
        _watcher.Changed += OnChanged;
        _watcher.Deleted += OnChanged;
        _watcher.Renamed += OnChanged;
        _watcher.Error += OnError;
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Stops watching.</summary>
    public void Dispose() => _watcher.Dispose();

    private void OnChanged(object sender, FileSystemEventArgs change)
    {
        // What has an extension and is no article is somebody's temporary file; what has none may be a folder.
        string? name = Path.GetFileName(change.Name);
        if (name is null || ArticleId.IsArticleFileName(name) || !Path.HasExtension(name) || change is RenamedEventArgs || Directory.Exists(change.FullPath) || change.ChangeType == WatcherChangeTypes.Deleted) _changed();
    }

    private void OnError(object sender, ErrorEventArgs error) => _failed(error.GetException());
}

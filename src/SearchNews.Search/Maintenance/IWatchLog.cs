using SearchNews.Search.Indexing;

namespace SearchNews.Search.Maintenance;

/// <summary>Told what a <see cref="FolderWatcher"/> does, from one thread at a time.</summary>
public interface IWatchLog
{
    /// <summary>A look changed the index, or skips other files than the look before.</summary>
    void Updated(UpdateReport report);

    /// <summary>A look failed; the index stays as it is and the watcher goes on. Told when a failure begins and when it changes.</summary>
    /// <param name="problem">What failed, fit to be shown to anyone.</param>
    /// <param name="cause">The details.</param>
    void Failed(string problem, Exception cause);

    /// <summary>Looking succeeds again.</summary>
    void Recovered();

    /// <summary>The system stopped telling of changes, or lost some; the folder is looked at every few seconds until it works again.</summary>
    void Blinded(Exception cause);
}

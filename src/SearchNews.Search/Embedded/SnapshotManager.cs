using SearchNews.Lucene.Index;
using SearchNews.Search.Generations;

namespace SearchNews.Search.Embedded;

/// <summary>
/// Holds the snapshot that answers are given from and follows <c>CURRENT</c>: when another generation goes live it is opened and verified beside the old one,
/// then taken in one step. A generation that does not open never replaces one that does; when none is held yet, the newest that opens answers. Thread-safe.
/// </summary>
internal sealed class SnapshotManager
{
    private readonly GenerationStore _store;
    private readonly Lock _refreshing = new();
    private volatile State _state = new(null, "The index has not been opened yet.", null);

    public SnapshotManager(GenerationStore store) => _store = store;

    /// <summary>Why the newest generation is not the one that answers; null when it is.</summary>
    public string? Problem => _state.Problem;

    /// <summary>True when there is a snapshot to answer from.</summary>
    public bool HasSnapshot => _state.Snapshot is not null;

    /// <summary>The snapshot to answer from.</summary>
    /// <exception cref="BackendUnavailableException">There is none.</exception>
    public ArticleSnapshot Current => _state.Snapshot ?? throw new BackendUnavailableException(_state.Problem!, _state.Cause);

    /// <summary>Opens the live generation if it is another one than that held. Never throws for a missing or damaged index: <see cref="Problem"/> tells.</summary>
    public void Refresh()
    {
        lock (_refreshing)
        {
            try
            {
                Generation? live = _store.FindLive();
                if (live is null) _state = new State(_state.Snapshot, "No index has been built yet; run 'searchnews index rebuild'.", null);
                else if (live != _state.Snapshot?.Generation) _state = new State(ArticleSnapshot.Open(live), null, null);
                else if (_state.Problem is not null) _state = new State(_state.Snapshot, null, null);
            }
            catch (BackendUnavailableException e)
            {
                Fail(e.Message, e);
            }
            catch (CorruptIndexException e)
            {
                Fail($"The live index is damaged: {e.Message}. Rebuild it with 'searchnews index rebuild'.", e);
            }
            catch (Exception e) when (e is IndexNotFoundException or IndexFormatTooNewException or IndexFormatTooOldException)
            {
                Fail($"The live index cannot be read: {e.Message}", e);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Fail("The files of the live index cannot be read.", e);
            }
        }
    }

    private void Fail(string problem, Exception? cause) => _state = new State(_state.Snapshot ?? OpenNewest(), problem, cause);

    /// <summary>The newest generation that opens, whether CURRENT names it or not; null when there is none.</summary>
    private ArticleSnapshot? OpenNewest()
    {
        foreach (Generation generation in _store.List().Reverse())
        {
            try
            {
                return ArticleSnapshot.Open(generation);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or BackendUnavailableException)
            {
                // Damaged too, of another version, or never finished: the one before may do.
                continue;
            }
        }

        return null;
    }

    private sealed record State(ArticleSnapshot? Snapshot, string? Problem, Exception? Cause);
}

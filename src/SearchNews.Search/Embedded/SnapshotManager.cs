using SearchNews.Lucene.Index;
using SearchNews.Search.Generations;

namespace SearchNews.Search.Embedded;

/// <summary>
/// Holds the snapshot that answers are given from and follows the index: another live generation, or another commit of the one that is live, is opened and
/// verified beside the old snapshot, made ready, then taken in one step. What does not open never replaces what does; when nothing is held yet, the newest sound generation answers.
/// Thread-safe.
/// </summary>
internal sealed class SnapshotManager
{
    // A reader races with a writer that prunes; each time round there is a newer generation, so a few times are plenty.
    private const int Attempts = 5;

    private readonly GenerationStore _store;
    private readonly Lock _refreshing = new();
    private readonly RetryDelay _delay;
    private readonly Action<ArticleSnapshot>? _prepare;
    private volatile State _state = new(null, "The index has not been opened yet.", null);

    /// <summary>Holds nothing yet.</summary>
    /// <param name="store">The index folder.</param>
    /// <param name="clock">What delays are measured by.</param>
    /// <param name="prepare">Makes ready what answers from a snapshot need beside it.</param>
    public SnapshotManager(GenerationStore store, TimeProvider? clock = null, Action<ArticleSnapshot>? prepare = null)
    {
        _store = store;
        _prepare = prepare;
        _delay = new RetryDelay(clock ?? TimeProvider.System);
    }

    /// <summary>Why the newest state of the index is not the one that answers; null when it is.</summary>
    public string? Problem => _state.Problem;

    /// <summary>True when there is a snapshot to answer from.</summary>
    public bool HasSnapshot => _state.Snapshot is not null;

    /// <summary>The snapshot to answer from.</summary>
    /// <exception cref="BackendUnavailableException">There is none.</exception>
    public ArticleSnapshot Current => _state.Snapshot ?? throw new BackendUnavailableException(_state.Problem!, _state.Cause);

    /// <summary>
    /// Opens the last commit of the live generation if it is another one than that held. Never throws for a missing or damaged index: <see cref="Problem"/>
    /// tells. What did not open is tried again after a while, and at once when something about it changes.
    /// </summary>
    public void Refresh()
    {
        lock (_refreshing)
        {
            Exception? failure = null;
            for (int attempt = 0; attempt < Attempts; attempt++)
            {
                Generation? live = null;
                try
                {
                    live = _store.FindLive();
                    if (!_delay.IsOver(live)) return;
                    _state = Take(live);
                    _delay.Clear();
                    return;
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException or BackendUnavailableException)
                {
                    failure = e;
                    if (!HasMoved(live))
                    {
                        _delay.Start(live);
                        break;
                    }
                }
            }

            _state = new State(_state.Snapshot ?? OpenNewest(), Describe(failure!), failure);
        }
    }

    private static string Describe(Exception failure) => failure switch
    {
        BackendUnavailableException => failure.Message,
        CorruptIndexException => $"The live index is damaged: {failure.Message}. Rebuild it with 'searchnews index rebuild'.",
        IndexNotFoundException or IndexFormatTooNewException or IndexFormatTooOldException => $"The live index cannot be read: {failure.Message}",
        FileNotFoundException { FileName: { } file } => $"The live index is damaged: its file '{Path.GetFileName(file)}' is missing. Rebuild it with 'searchnews index rebuild'.",
        _ => "The files of the live index cannot be read.",
    };

    private State Take(Generation? live)
    {
        ArticleSnapshot? held = _state.Snapshot;
        if (live is null) return new State(held, "No index has been built yet; run 'searchnews index rebuild'.", null);
        if (live != held?.Generation) return new State(Prepared(ArticleSnapshot.Open(live)), null, null);
        return held.OpenIfChanged() is { } newer ? new State(Prepared(newer), null, null) : _state.Problem is null ? _state : new State(held, null, null);
    }

    /// <summary>Whether another generation went live since, so that the failure may be that of one being deleted.</summary>
    private bool HasMoved(Generation? tried)
    {
        Generation? live = _store.TryFindLive(out CorruptIndexException? problem);
        return problem is null && live is not null && live != tried;
    }

    /// <summary>
    /// The newest complete generation that opens, those before the live one first: what is above it was rolled back from. Null when there is none.
    /// </summary>
    private ArticleSnapshot? OpenNewest()
    {
        long live = _store.TryFindLive(out _)?.Number ?? long.MaxValue;
        foreach (Generation generation in _store.ListComplete().OrderByDescending(g => g.Number <= live).ThenByDescending(g => g.Number))
        {
            try
            {
                return Prepared(ArticleSnapshot.Open(generation));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or BackendUnavailableException)
            {
                // Damaged too, or of another version: the one before may do.
                continue;
            }
        }

        return null;
    }

    private ArticleSnapshot Prepared(ArticleSnapshot snapshot)
    {
        _prepare?.Invoke(snapshot);
        return snapshot;
    }

    private sealed record State(ArticleSnapshot? Snapshot, string? Problem, Exception? Cause);
}

using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Index;

/// <summary>The commits of a writer, in two phases each. One caller at a time.</summary>
/// <param name="directory">The index.</param>
/// <param name="segments">The writer's segments.</param>
/// <param name="names">New names.</param>
/// <param name="status">Told of failures.</param>
/// <param name="userData">What the last commit says to readers.</param>
internal sealed class WriterCommits(IndexDirectory directory, WriterSegments segments, SegmentNames names, WriterStatus status, IReadOnlyDictionary<string, string> userData)
{
    private IReadOnlyDictionary<string, string> _userData = userData;
    private bool _userDataChanged;
    private PendingCommit? _pending;

    // What this writer has committed. What it found was perhaps copied there, and is fsynced with the first commit.
    private IReadOnlySet<string> _durable = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>What the next commit says to readers.</summary>
    public IReadOnlyDictionary<string, string> UserData
    {
        get => _userData;
        set
        {
            _userData = new SortedDictionary<string, string>(value.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
            _userDataChanged = true;
        }
    }

    /// <summary>Whether there is anything to commit.</summary>
    public bool IsDue => segments.IsChanged || _userDataChanged;

    /// <summary>Whether the first phase was asked for, though it may have found nothing to do.</summary>
    public bool IsPrepared { get; private set; }

    /// <summary>The first phase.</summary>
    /// <param name="next">What to commit; null for nothing.</param>
    public void Prepare(SegmentInfos? next)
    {
        if (next is not null)
        {
            _userDataChanged = false;
            status.Guard(() => _pending = PendingCommit.Prepare(directory, next, names.NextId(), _durable));
        }

        IsPrepared = true;
    }

    /// <summary>The second phase.</summary>
    /// <returns>False when there was nothing to do.</returns>
    public bool Finish()
    {
        IsPrepared = false;
        if (_pending is not { } pending) return false;
        _pending = null;
        status.Guard(pending.Finish);
        segments.Committed(pending.Infos);
        _durable = pending.Infos.Files().ToHashSet(StringComparer.Ordinal);
        return true;
    }

    /// <summary>Gives up what was prepared.</summary>
    public void Abort()
    {
        if (_pending is not { } pending) return;
        pending.Abort();
        segments.GiveUp(pending.Infos);
    }
}

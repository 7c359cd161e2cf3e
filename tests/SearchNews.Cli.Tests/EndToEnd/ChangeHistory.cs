namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>
/// All states that an index went through under one client that changes one article at a time: state k is what is there after the first k changes. Tells of an
/// answer which states it can have been given from; an answer that mixes two states has none. Thread-safe.
/// </summary>
internal sealed class ChangeHistory
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<int>> _changes = new(StringComparer.Ordinal);
    private readonly List<int> _totals = [];
    private readonly HashSet<string> _there;

    /// <summary>State 0: these articles, in version 0.</summary>
    public ChangeHistory(IEnumerable<string> ids)
    {
        _there = new HashSet<string>(ids, StringComparer.Ordinal);
        _totals.Add(_there.Count);
        foreach (string id in _there) _changes[id] = [0];
    }

    /// <summary>Changes begun; the newest state there can be.</summary>
    public int Begun
    {
        get
        {
            lock (_lock) return _totals.Count - 1;
        }
    }

    /// <summary>Changes acknowledged; every later answer is of this state or a later one.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Begins the next change; gives its number, which is the article's version when it is written.</summary>
    public int Begin(string id, bool isDeletion)
    {
        lock (_lock)
        {
            int change = _totals.Count;
            if (!_changes.TryGetValue(id, out List<int>? changes)) _changes[id] = changes = [];
            changes.Add(change);
            if (isDeletion) _there.Remove(id);
            else _there.Add(id);
            _totals.Add(_there.Count);
            return change;
        }
    }

    public void Acknowledge(int change)
    {
        lock (_lock) Acknowledged = change;
    }

    /// <summary>The states, both inclusive, in which all these articles have these versions; empty (first above last) when there is none.</summary>
    public (int First, int Last) StatesOf(IEnumerable<(string Id, int Version)> hits)
    {
        lock (_lock)
        {
            int first = 0;
            int last = int.MaxValue;
            foreach ((string id, int version) in hits)
            {
                List<int> changes = _changes[id];
                int at = changes.BinarySearch(version);
                if (at < 0) return (1, 0);
                first = Math.Max(first, version);
                if (at + 1 < changes.Count) last = Math.Min(last, changes[at + 1] - 1);
            }

            return (first, last);
        }
    }

    /// <summary>True when one of these states has so many articles.</summary>
    public bool HasTotal(long total, int first, int last)
    {
        lock (_lock)
        {
            for (int state = first; state <= Math.Min(last, _totals.Count - 1); state++)
            {
                if (_totals[state] == total) return true;
            }

            return false;
        }
    }
}

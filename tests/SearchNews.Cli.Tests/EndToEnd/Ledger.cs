using System.Globalization;

namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>
/// What was acknowledged and what was under way when a process died. An acknowledged version must be there; of what was under way the old version or the
/// new one, never a third; and of one operation all or nothing. Thread-safe.
/// </summary>
internal sealed class Ledger
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _acknowledged = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Change> _underWay = new(StringComparer.Ordinal);
    private int _operations;

    /// <summary>Operations acknowledged so far.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>True when something was begun and not acknowledged.</summary>
    public bool IsUnderWay
    {
        get
        {
            lock (_lock) return _underWay.Count > 0;
        }
    }

    /// <summary>An operation gives these articles a version, or deletes them (null).</summary>
    public void Begin(int? version, params IEnumerable<string> ids)
    {
        lock (_lock)
        {
            _operations++;
            foreach (string id in ids) _underWay[id] = new Change(_operations, version);
        }
    }

    /// <summary>The operation on these articles was acknowledged.</summary>
    public void Acknowledge(params IEnumerable<string> ids)
    {
        lock (_lock)
        {
            Acknowledged++;
            foreach (string id in ids)
            {
                if (!_underWay.Remove(id, out Change change)) continue;
                if (change.Version is { } version) _acknowledged[id] = version;
                else _acknowledged.Remove(id);
            }
        }
    }

    /// <summary>What is found now is the state that later changes start from.</summary>
    public void Settle(Dictionary<string, int> found)
    {
        lock (_lock)
        {
            _underWay.Clear();
            _acknowledged.Clear();
            foreach ((string id, int version) in found) _acknowledged.Add(id, version);
        }
    }

    /// <summary>Keeps the ledger as it is; what is returned brings it back.</summary>
    public Action Save()
    {
        lock (_lock)
        {
            KeyValuePair<string, int>[] acknowledged = [.. _acknowledged];
            KeyValuePair<string, Change>[] underWay = [.. _underWay];
            return () =>
            {
                lock (_lock)
                {
                    _acknowledged.Clear();
                    _underWay.Clear();
                    foreach ((string id, int version) in acknowledged) _acknowledged.Add(id, version);
                    foreach ((string id, Change change) in underWay) _underWay.Add(id, change);
                }
            };
        }
    }

    /// <summary>Fails unless everything found is as it must be.</summary>
    /// <param name="found">Version by id.</param>
    /// <param name="where">Where it was found, for the message.</param>
    public void Check(Dictionary<string, int> found, string where)
    {
        lock (_lock)
        {
            var outcomes = new Dictionary<int, bool>();
            foreach (string id in _acknowledged.Keys.Concat(found.Keys).Concat(_underWay.Keys).Distinct(StringComparer.Ordinal))
            {
                int? now = found.TryGetValue(id, out int version) ? version : null;
                int? old = _acknowledged.TryGetValue(id, out version) ? version : null;
                bool isOpen = _underWay.TryGetValue(id, out Change change);
                bool isNew = isOpen && now == change.Version;
                (now == old || isNew).ShouldBeTrue($"{where}: {id} is {Text(now)}, acknowledged was {Text(old)}{(isOpen ? $", under way {Text(change.Version)}" : "")}");
                if (!isOpen || old == change.Version) continue;
                if (!outcomes.TryAdd(change.Operation, isNew)) outcomes[change.Operation].ShouldBe(isNew, $"{where}: {id} is {Text(now)}, another article of the same operation is not");
            }
        }
    }

    private static string Text(int? version) => version?.ToString(CultureInfo.InvariantCulture) ?? "absent";

    private readonly record struct Change(int Operation, int? Version);
}

namespace SearchNews.Api.Security;

/// <summary>
/// So many wrong keys a minute from one client, and for the rest of that minute not even the right one: whoever guesses must not learn from the answers.
/// It holds for this machine too. Thread-safe; its memory is bounded.
/// </summary>
internal sealed class FailedKeyLimit(TimeProvider clock, ApiOptions options)
{
    /// <summary>Clients remembered at most; beyond it the one whose last failure is oldest is forgotten.</summary>
    public const int MaxClients = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _failures = new(StringComparer.Ordinal);

    /// <summary>Clients remembered now.</summary>
    internal int Clients
    {
        get
        {
            lock (_lock) return _failures.Count;
        }
    }

    /// <summary>How long a client has to wait before a key of it is looked at; null when it need not.</summary>
    public TimeSpan? WaitOf(string client)
    {
        lock (_lock)
        {
            if (!_failures.TryGetValue(client, out Queue<DateTimeOffset>? times)) return null;
            DateTimeOffset now = clock.GetUtcNow();
            while (times.TryPeek(out DateTimeOffset first) && now - first >= Window) times.Dequeue();
            if (times.Count == 0) _failures.Remove(client);
            return times.Count < options.MaxFailedKeys ? null : times.Peek() + Window - now;
        }
    }

    /// <summary>Counts a wrong key.</summary>
    public void Count(string client)
    {
        lock (_lock)
        {
            DateTimeOffset now = clock.GetUtcNow();
            if (!_failures.TryGetValue(client, out Queue<DateTimeOffset>? times))
            {
                if (_failures.Count >= MaxClients) Forget(now);
                _failures.Add(client, times = new Queue<DateTimeOffset>());
            }

            times.Enqueue(now);
            if (times.Count > options.MaxFailedKeys) times.Dequeue();
        }
    }

    /// <summary>Drops clients whose failures are over; when there are none, the one that failed longest ago.</summary>
    private void Forget(DateTimeOffset now)
    {
        foreach (string client in _failures.Where(f => now - f.Value.Last() >= Window).Select(f => f.Key).ToArray()) _failures.Remove(client);
        if (_failures.Count >= MaxClients) _failures.Remove(_failures.MinBy(f => f.Value.Last()).Key);
    }
}

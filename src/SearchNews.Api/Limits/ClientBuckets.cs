namespace SearchNews.Api.Limits;

/// <summary>
/// A bucket of tokens for each client: full at first, refilled evenly, one token a request. Thread-safe; its memory is bounded.
/// </summary>
/// <remarks>A bucket is one number, the instant at which it is full again: the generic cell rate algorithm. What is full again says nothing and is forgotten.</remarks>
internal sealed class ClientBuckets
{
    /// <summary>Clients remembered at most; beyond it those whose buckets are fullest are forgotten first.</summary>
    public const int MaxClients = 65_536;

    private readonly TimeProvider _clock;
    private readonly long _started;
    private readonly int _burst;
    private readonly long _ticksPerToken;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _fullAt = new(StringComparer.Ordinal);

    /// <summary>Creates the buckets, all of them full.</summary>
    /// <param name="clock">What time is taken from.</param>
    /// <param name="perSecond">Tokens that come back in a second, 1 or more.</param>
    /// <param name="burst">Tokens of a full bucket, 1 or more.</param>
    public ClientBuckets(TimeProvider clock, int perSecond, int burst)
    {
        _clock = clock;
        _started = clock.GetTimestamp();
        _burst = burst;
        _ticksPerToken = TimeSpan.TicksPerSecond / perSecond;
    }

    /// <summary>Clients remembered now.</summary>
    internal int Clients
    {
        get
        {
            lock (_lock) return _fullAt.Count;
        }
    }

    /// <summary>Takes a token of a client, if it has one.</summary>
    public ClientShare Take(string client)
    {
        // Not the time of day: who sets the clock back must not shut every client out.
        long now = _clock.GetElapsedTime(_started).Ticks;
        lock (_lock)
        {
            long fullAt = _fullAt.TryGetValue(client, out long known) ? Math.Max(known, now) : now;
            long next = fullAt + _ticksPerToken;
            long lacking = next - now - (_burst * _ticksPerToken);
            if (lacking > 0) return new ClientShare(false, 0, TimeSpan.FromTicks(lacking), TimeSpan.FromTicks(fullAt - now));
            if (!_fullAt.ContainsKey(client) && _fullAt.Count >= MaxClients) Forget(now);
            _fullAt[client] = next;
            return new ClientShare(true, (int)(-lacking / _ticksPerToken), TimeSpan.Zero, TimeSpan.FromTicks(next - now));
        }
    }

    /// <summary>Drops the buckets that are full again; when there are few of them, the fuller half.</summary>
    private void Forget(long now)
    {
        foreach (string client in _fullAt.Where(b => b.Value <= now).Select(b => b.Key).ToArray()) _fullAt.Remove(client);
        if (_fullAt.Count < MaxClients / 2) return;
        foreach (string client in _fullAt.OrderBy(b => b.Value).Take(MaxClients / 2).Select(b => b.Key).ToArray()) _fullAt.Remove(client);
    }
}

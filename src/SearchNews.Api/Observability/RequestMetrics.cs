using System.Collections.Concurrent;

namespace SearchNews.Api.Observability;

/// <summary>Counts what this service was asked. Thread-safe and exact.</summary>
internal sealed class RequestMetrics
{
    private readonly ConcurrentDictionary<RequestKind, LatencyHistogram> _latencies = new();
    private long _inProgress;
    private long _withoutResult;
    private long _slow;

    /// <summary>Requests that came and are not answered.</summary>
    public long InProgress => Interlocked.Read(ref _inProgress);

    /// <summary>Searches with a query that found nothing.</summary>
    public long WithoutResult => Interlocked.Read(ref _withoutResult);

    /// <summary>Searches that took longer than is usual.</summary>
    public long Slow => Interlocked.Read(ref _slow);

    /// <summary>The latencies of each kind of request, in a lasting order. Copied by the dictionary itself: sorting it as it is asks first for its count, and throws when it grows.</summary>
    public IEnumerable<KeyValuePair<RequestKind, LatencyHistogram>> Latencies => _latencies.ToArray()
        .OrderBy(l => l.Key.Route, StringComparer.Ordinal)
        .ThenBy(l => l.Key.Method, StringComparer.Ordinal)
        .ThenBy(l => l.Key.Status);

    public void Begin() => Interlocked.Increment(ref _inProgress);

    public void End(RequestKind kind, TimeSpan latency)
    {
        Interlocked.Decrement(ref _inProgress);
        _latencies.GetOrAdd(kind, static _ => new LatencyHistogram()).Count(latency);
    }

    public void CountWithoutResult() => Interlocked.Increment(ref _withoutResult);

    public void CountSlow() => Interlocked.Increment(ref _slow);
}

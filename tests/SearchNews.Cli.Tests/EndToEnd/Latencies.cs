using System.Diagnostics;

namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>When requests were made and how long they took. Thread-safe.</summary>
internal sealed class Latencies
{
    private readonly Lock _lock = new();
    private readonly List<(long At, TimeSpan Took)> _all = [];

    /// <summary>Requests in all.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _all.Count;
        }
    }

    public void Add(long started)
    {
        TimeSpan took = Stopwatch.GetElapsedTime(started);
        lock (_lock) _all.Add((started, took));
    }

    /// <summary>The 99th percentile of requests that were made within <paramref name="around"/> of one of these moments, or outside of all; zero when there are none.</summary>
    public TimeSpan P99(IReadOnlyList<long> moments, TimeSpan around, bool inside)
    {
        lock (_lock)
        {
            TimeSpan[] chosen = [.. _all.Where(l => moments.Any(m => Stopwatch.GetElapsedTime(Math.Min(m, l.At), Math.Max(m, l.At)) <= around) == inside).Select(l => l.Took).Order()];
            return chosen.Length == 0 ? TimeSpan.Zero : chosen[Math.Min(chosen.Length - 1, (int)(chosen.Length * 0.99))];
        }
    }
}

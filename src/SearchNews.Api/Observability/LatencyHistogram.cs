namespace SearchNews.Api.Observability;

/// <summary>Counts latencies by how long they took. Thread-safe and exact; one count is two interlocked additions.</summary>
internal sealed class LatencyHistogram
{
    /// <summary>Upper bounds in seconds, inclusive; what is longer counts above the last.</summary>
    public static readonly double[] Bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

    private readonly long[] _counts = new long[Bounds.Length + 1];
    private long _ticks;

    /// <summary>All latencies together.</summary>
    public TimeSpan Sum => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    /// <summary>Counts one.</summary>
    public void Count(TimeSpan latency)
    {
        int bucket = Array.BinarySearch(Bounds, latency.TotalSeconds);
        Interlocked.Add(ref _ticks, latency.Ticks);
        Interlocked.Increment(ref _counts[bucket < 0 ? ~bucket : bucket]);
    }

    /// <summary>How many took at most each of the <see cref="Bounds"/>, and last how many there are.</summary>
    public long[] ReadCumulative()
    {
        var sums = new long[_counts.Length];
        long sum = 0;
        for (int i = 0; i < sums.Length; i++) sums[i] = sum += Interlocked.Read(ref _counts[i]);
        return sums;
    }
}

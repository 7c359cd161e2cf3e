using System.Threading.RateLimiting;

namespace SearchNews.Api.Limits;

/// <summary>How one limit on questions at once stands. Thread-safe.</summary>
internal sealed class InFlightGauge
{
    private ConcurrencyLimiter? _limiter;
    private int _permits;
    private long _refused;

    /// <summary>Questions being worked on.</summary>
    public long Working => Read() is { } now ? _permits - now.CurrentAvailablePermits : 0;

    /// <summary>Questions that wait for their turn.</summary>
    public long Waiting => Read()?.CurrentQueuedCount ?? 0;

    /// <summary>Questions that were refused.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Makes the limiter that is watched from now on; the framework drops one that was idle for a while and asks for another.</summary>
    public ConcurrencyLimiter CreateLimiter(int atOnce, int waiting)
    {
        var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = atOnce, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
        _permits = atOnce;
        Volatile.Write(ref _limiter, limiter);
        return limiter;
    }

    public void CountRefused() => Interlocked.Increment(ref _refused);

    /// <summary>The limiter's figures; null when there is none, or the framework has dropped it because it was idle.</summary>
    private RateLimiterStatistics? Read()
    {
        try
        {
            return Volatile.Read(ref _limiter)?.GetStatistics();
        }
        catch (ObjectDisposedException)
        {
            return null;
        }
    }
}

using System.Diagnostics;

namespace SearchNews.Search.Observability;

/// <summary>What this process has searched and built so far. Exact under concurrency; counted once a search, not once a document.</summary>
public static class EngineCounters
{
    private static long _scored;
    private static long _skipped;
    private static long _rebuilds;
    private static long _rebuildTicks;
    private static long _lastRebuildTicks;
    private static long _updates;
    private static long _updateTicks;

    /// <summary>Documents that were collected as matches, relaxed and corrected passes counted too.</summary>
    public static long DocumentsScored => Interlocked.Read(ref _scored);

    /// <summary>Documents of what was searched that needed no score: they do not match, or could not enter the page.</summary>
    public static long DocumentsSkipped => Interlocked.Read(ref _skipped);

    /// <summary>Rebuilds that went live, and their time together.</summary>
    public static (long Count, TimeSpan Time) Rebuilds => (Interlocked.Read(ref _rebuilds), TimeSpan.FromTicks(Interlocked.Read(ref _rebuildTicks)));

    /// <summary>How long the last rebuild took; zero when there was none.</summary>
    public static TimeSpan LastRebuild => TimeSpan.FromTicks(Interlocked.Read(ref _lastRebuildTicks));

    /// <summary>Updates that were committed, and their time together.</summary>
    public static (long Count, TimeSpan Time) Updates => (Interlocked.Read(ref _updates), TimeSpan.FromTicks(Interlocked.Read(ref _updateTicks)));

    internal static void CountSearch(long scored, long documents)
    {
        Debug.Assert(scored <= documents, "more matches than documents");
        Interlocked.Add(ref _scored, scored);
        Interlocked.Add(ref _skipped, documents - scored);
    }

    internal static void CountRebuild(double seconds)
    {
        long ticks = TimeSpan.FromSeconds(seconds).Ticks;
        Interlocked.Increment(ref _rebuilds);
        Interlocked.Add(ref _rebuildTicks, ticks);
        Interlocked.Exchange(ref _lastRebuildTicks, ticks);
    }

    internal static void CountUpdate(double seconds)
    {
        Interlocked.Increment(ref _updates);
        Interlocked.Add(ref _updateTicks, TimeSpan.FromSeconds(seconds).Ticks);
    }
}

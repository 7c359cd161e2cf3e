using System.Diagnostics;
using System.Globalization;

namespace SearchNews.Benchmarks.Harness;

/// <summary>Times a list of queries, over and over, with one thread.</summary>
internal static class HarnessTimes
{
    private const int MaxTimes = 1 << 20;

    /// <summary>Prints the line of a category: queries, queries a second, p50 and p99, what an untimed pass found, the processor time a query, which says more than the clock on a busy machine, and the bytes a query allocated.</summary>
    /// <param name="category">The category.</param>
    /// <param name="queries">How many queries there are.</param>
    /// <param name="search">Runs the query of a number.</param>
    /// <param name="hits">What the untimed pass found.</param>
    /// <param name="seconds">How long to measure; half as long before is not measured.</param>
    public static void Print(string category, int queries, Action<int> search, string hits, double seconds)
    {
        _ = Measure(queries, search, seconds / 2, out _);
        Console.WriteLine($"{category}\t{queries}\t{Measure(queries, search, seconds, out string costs)}\t{hits}\t{costs}");
    }

    private static string Measure(int queries, Action<int> search, double seconds, out string costs)
    {
        double[] times = new double[MaxTimes];
        long started = Stopwatch.GetTimestamp();
        TimeSpan used = Environment.CpuUsage.TotalTime;
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        int count = 0;
        while (count < queries || Stopwatch.GetElapsedTime(started).TotalSeconds < seconds)
        {
            long before = Stopwatch.GetTimestamp();
            search(count % queries);
            if (count < times.Length) times[count] = Stopwatch.GetElapsedTime(before).TotalMicroseconds;
            count++;
        }

        double elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        costs = string.Create(CultureInfo.InvariantCulture, $"processor {(Environment.CpuUsage.TotalTime - used).TotalMicroseconds / count:0.0} us\tallocated {allocated / count} B");
        Span<double> sorted = times.AsSpan(0, Math.Min(count, times.Length));
        sorted.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{count / elapsed:0} qps\tp50 {sorted[sorted.Length / 2]:0} us\tp99 {sorted[(int)(sorted.Length * .99)]:0} us");
    }
}

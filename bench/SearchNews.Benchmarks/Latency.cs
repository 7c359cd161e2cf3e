using System.Diagnostics;
using System.Globalization;

namespace SearchNews.Benchmarks;

/// <summary>Times one question after the other.</summary>
internal static class Latency
{
    /// <summary>Milliseconds of each question asked within the duration, and of each argument once at least, sorted.</summary>
    public static async Task<double[]> MeasureAsync(string[] arguments, Func<string, Task> ask, TimeSpan duration)
    {
        foreach (string argument in arguments) await ask(argument);
        var times = new List<double>();
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < arguments.Length || Stopwatch.GetElapsedTime(started) < duration; i++)
        {
            long before = Stopwatch.GetTimestamp();
            await ask(arguments[i % arguments.Length]);
            times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }

        times.Sort();
        return [.. times];
    }

    /// <summary>Prints median, 99th percentile and rate.</summary>
    public static void Print(string name, double[] times) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-13} {times.Length,8} questions  p50 {times[times.Length / 2],8:0.000} ms  p99 {times[(int)(times.Length * 0.99)],8:0.000} ms  {times.Length / times.Sum() * 1000,8:0} a second"));
}

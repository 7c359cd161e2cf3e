using System.Diagnostics;
using System.Globalization;

namespace SearchNews.Benchmarks;

/// <summary>
/// What HTTP adds to a search: each query is asked in this process and of a running service in turns, so that both see the same machine. The service's
/// health check, which does nothing, shows what the connection alone takes.
/// </summary>
internal static class HttpCost
{
    /// <summary>Measures for a while and prints the medians.</summary>
    public static async Task PrintAsync(string indexFolder, Uri address, string[] queries, TimeSpan duration)
    {
        var process = new ProcessQuestions(indexFolder);
        using var connection = new HttpConnection(address);
        var inProcess = new List<double>();
        var overHttp = new List<double>();
        var floor = new List<double>();
        for (int round = 0; round < 3; round++)
        {
            foreach (string query in queries)
            {
                await process.SearchAsync(query);
                Ask(connection, PathOf(query));
            }
        }

        long started = Stopwatch.GetTimestamp();
        for (int i = 0; Stopwatch.GetElapsedTime(started) < duration; i++)
        {
            string query = queries[i % queries.Length];
            string path = PathOf(query);
            long before = Stopwatch.GetTimestamp();
            await process.SearchAsync(query);
            inProcess.Add(Stopwatch.GetElapsedTime(before).TotalMicroseconds);
            overHttp.Add(Time(connection, path));
            floor.Add(Time(connection, "/healthz"));
        }

        Print("in process", inProcess);
        Print("over HTTP", overHttp);
        Print("/healthz", floor);
        double[] added = [.. inProcess.Zip(overHttp, (a, b) => b - a).Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"HTTP adds {Median(overHttp) - Median(inProcess):0} us to the median; to the same query {added[added.Length / 2]:0} us (median)"));
    }

    private static string PathOf(string query) => $"/v1/search?q={Uri.EscapeDataString(query)}";

    private static double Time(HttpConnection connection, string path)
    {
        long before = Stopwatch.GetTimestamp();
        Ask(connection, path);
        return Stopwatch.GetElapsedTime(before).TotalMicroseconds;
    }

    private static void Ask(HttpConnection connection, string path)
    {
        int status = connection.Get(path);
        if (status != 200) throw new InvalidOperationException($"{path} answered {status}.");
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static void Print(string name, List<double> times) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-10} {times.Count,8} questions  p10 {times.Order().ElementAt(times.Count / 10),7:0} us  p50 {Median(times),7:0} us  p99 {times.Order().ElementAt(times.Count * 99 / 100),7:0} us"));
}

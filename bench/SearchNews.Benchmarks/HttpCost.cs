using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;

namespace SearchNews.Benchmarks;

/// <summary>
/// What HTTP adds to a search: each query is asked in this process and of a running service in turns, so that both see the same machine. The answer says how
/// long the search in the service took, which tells what is around it from a search that is slower there; the service's health check, which does nothing,
/// shows what the connection alone takes.
/// </summary>
internal static class HttpCost
{
    /// <summary>Measures for a while, after as long without measuring, as a new process is slower for seconds, and prints the medians.</summary>
    public static async Task PrintAsync(string indexFolder, Uri address, string[] queries, TimeSpan duration)
    {
        var process = new ProcessQuestions(indexFolder);
        using var connection = new HttpConnection(address);
        byte[] health = connection.RequestOf("/healthz");
        byte[][] requests = [.. queries.Select(query => connection.RequestOf(PathOf(query)))];
        var inProcess = new List<double>();
        var overHttp = new List<double>();
        var searching = new List<double>();
        var floor = new List<double>();
        await MeasureAsync(duration);
        foreach (List<double> times in (List<double>[])[inProcess, overHttp, searching, floor]) times.Clear();
        await MeasureAsync(duration);

        Print("in process", inProcess);
        Print("over HTTP", overHttp);
        Print("  searching", searching);
        Print("  around it", [.. overHttp.Zip(searching, (whole, part) => whole - part)]);
        Print("/healthz", floor);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP adds {Median(overHttp) - Median(inProcess):0} us to the median; to the same query {Median([.. inProcess.Zip(overHttp, (a, b) => b - a)]):0} us (median)"));

        async Task MeasureAsync(TimeSpan time)
        {
            long started = Stopwatch.GetTimestamp();
            for (int i = 0; i < queries.Length || Stopwatch.GetElapsedTime(started) < time; i++)
            {
                string query = queries[i % queries.Length];
                long before = Stopwatch.GetTimestamp();
                await process.SearchAsync(query);
                inProcess.Add(Stopwatch.GetElapsedTime(before).TotalMicroseconds);
                overHttp.Add(Time(connection, requests[i % queries.Length]));
                searching.Add(TookOf(connection.Body.Span));
                floor.Add(Time(connection, health));
            }
        }
    }

    /// <summary>Where a query is asked.</summary>
    public static string PathOf(string query) => $"/v1/search?q={Uri.EscapeDataString(query)}";

    private static double Time(HttpConnection connection, byte[] request)
    {
        long before = Stopwatch.GetTimestamp();
        int status = connection.Send(request);
        double time = Stopwatch.GetElapsedTime(before).TotalMicroseconds;
        return status == 200 ? time : throw new InvalidOperationException($"The service answered {status}.");
    }

    /// <summary>Microseconds that an answer says its search took.</summary>
    private static double TookOf(ReadOnlySpan<byte> answer)
    {
        int at = answer.IndexOf("\"took\":"u8) + "\"took\":"u8.Length;
        return Utf8Parser.TryParse(answer[at..], out double milliseconds, out _) ? milliseconds * 1000 : throw new InvalidOperationException("An answer does not say how long it took.");
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static void Print(string name, List<double> times) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-11} {times.Count,8} questions  p10 {times.Order().ElementAt(times.Count / 10),7:0} us  p50 {Median(times),7:0} us  p99 {times.Order().ElementAt(times.Count * 99 / 100),7:0} us"));
}

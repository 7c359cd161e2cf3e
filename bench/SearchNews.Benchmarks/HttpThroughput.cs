using System.Diagnostics;
using System.Globalization;

namespace SearchNews.Benchmarks;

/// <summary>
/// How many questions a second are answered over HTTP, compared with as many threads that ask in process: each in turns, so that both see the same machine.
/// The clients share the processors with the service, so what they take themselves is part of the figure.
/// </summary>
internal static class HttpThroughput
{
    private const int Turns = 4;

    /// <summary>Measures, and prints the rates and their ratio.</summary>
    /// <param name="indexFolder">The index that the service answers from.</param>
    /// <param name="address">The service.</param>
    /// <param name="queries">What is asked.</param>
    /// <param name="duration">Time of each side, warming up not counted.</param>
    /// <param name="clients">Clients or threads at once.</param>
    public static void Print(string indexFolder, Uri address, string[] queries, TimeSpan duration, int clients)
    {
        var process = new ProcessQuestions(indexFolder);
        HttpConnection[] connections = [.. Enumerable.Range(0, clients).Select(_ => new HttpConnection(address))];
        byte[][] requests = [.. queries.Select(query => connections[0].RequestOf(HttpCost.PathOf(query)))];
        var inProcess = new List<double>();
        var overHttp = new List<double>();
        for (int turn = 0; turn <= Turns; turn++)
        {
            // The first turn warms up.
            TimeSpan time = turn == 0 ? duration / 2 : duration / Turns;
            inProcess.Add(RateOf(clients, time, (_, i) => process.SearchAsync(queries[i % queries.Length]).GetAwaiter().GetResult()));
            overHttp.Add(RateOf(clients, time, (client, i) => Ask(connections[client], requests[i % queries.Length])));
        }

        foreach (HttpConnection connection in connections) connection.Dispose();
        double process8 = inProcess.Skip(1).Average();
        double http8 = overHttp.Skip(1).Average();
        double[] ratios = [.. overHttp.Zip(inProcess, (http, own) => http / own).Skip(1).Order()];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{clients} at once: in process {process8:0} a second, over HTTP {http8:0}: {http8 / process8:P0} ({ratios[0]:P0} to {ratios[^1]:P0} by turn)"));
    }

    private static double RateOf(int clients, TimeSpan time, Action<int, int> ask)
    {
        long asked = 0;
        long started = Stopwatch.GetTimestamp();
        Thread[] threads = [.. Enumerable.Range(0, clients).Select(client => new Thread(() =>
        {
            int own = 0;

            // Each begins elsewhere in the list.
            for (int i = client * 53; Stopwatch.GetElapsedTime(started) < time; i++, own++) ask(client, i);
            Interlocked.Add(ref asked, own);
        }))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        return asked / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static void Ask(HttpConnection connection, byte[] request)
    {
        int status = connection.Send(request);
        if (status != 200) throw new InvalidOperationException($"The service answered {status}.");
    }
}

using System.Diagnostics;
using System.Globalization;
using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Requests;

namespace SearchNews.Benchmarks;

/// <summary>What a keystroke costs: every beginning of every query, asked for suggestions in the order of typing, as somebody would.</summary>
internal static class SuggestSpeed
{
    private const int Slowest = 8;

    public static async Task PrintAsync(string indexFolder, string[] queries, int rounds)
    {
        var backend = new EmbeddedBackend(new GenerationStore(indexFolder));
        long started = Stopwatch.GetTimestamp();
        await backend.SuggestAsync(new SuggestRequest(""));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first question, with its tables: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms"));

        string[] typed = [.. queries.Distinct(StringComparer.Ordinal).SelectMany(query => Enumerable.Range(1, query.Length).Select(length => query[..length]))];
        var best = new double[typed.Length];
        for (int round = -1; round < rounds; round++)
        {
            for (int i = 0; i < typed.Length; i++)
            {
                long before = Stopwatch.GetTimestamp();
                await backend.SuggestAsync(new SuggestRequest(typed[i]));
                double time = Stopwatch.GetElapsedTime(before).TotalMilliseconds;

                // The best of the rounds is the one that was disturbed least.
                if (round >= 0) best[i] = round == 0 ? time : Math.Min(best[i], time);
            }
        }

        Latency.Print("suggest", [.. best.Order()]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"collections of garbage: {GC.CollectionCount(0)} of generation 0, {GC.CollectionCount(1)} of 1, {GC.CollectionCount(2)} of 2, {GC.GetTotalPauseDuration().TotalMilliseconds:0} ms of pauses"));
        foreach (int i in Enumerable.Range(0, typed.Length).OrderByDescending(i => best[i]).Take(Slowest))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{best[i],8:0.000} ms: '{typed[i]}'"));
    }
}

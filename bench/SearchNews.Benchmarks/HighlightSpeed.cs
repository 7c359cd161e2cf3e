using System.Diagnostics;
using System.Globalization;
using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Requests;

namespace SearchNews.Benchmarks;

/// <summary>What highlights cost: the same questions with and without, in turns, so that both see the same machine.</summary>
internal static class HighlightSpeed
{
    private const int Rounds = 5;

    public static async Task PrintAsync(string indexFolder, string[] queries)
    {
        var backend = new EmbeddedBackend(new GenerationStore(indexFolder));
        HighlightMode[] modes = [HighlightMode.None, HighlightMode.Tags, HighlightMode.Offsets];
        double[][] times = [.. modes.Select(_ => new double[queries.Length])];
        var allocated = new long[modes.Length];
        long hits = 0;
        for (int round = -1; round < Rounds; round++)
        {
            for (int i = 0; i < queries.Length; i++)
            {
                for (int mode = 0; mode < modes.Length; mode++)
                {
                    var request = new SearchRequest { Query = queries[i], Highlight = modes[mode] };
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    long started = Stopwatch.GetTimestamp();
                    int found = (await backend.SearchAsync(request)).Hits.Count;
                    double time = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
                    if (round < 0) continue;

                    // The best of the rounds is the one that was disturbed least.
                    times[mode][i] = round == 0 ? time : Math.Min(times[mode][i], time);
                    allocated[mode] += GC.GetAllocatedBytesForCurrentThread() - before;
                    if (mode == 0) hits += found;
                }
            }
        }

        double none = times[0].Sum();
        for (int mode = 0; mode < modes.Length; mode++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{modes[mode],-8} {times[mode].Sum() / queries.Length,8:0.0} us a search, {100 * ((times[mode].Sum() / none) - 1),5:0.0}% more, {(times[mode].Sum() - none) / (hits / Rounds),6:0.00} us and {(allocated[mode] - allocated[0]) / hits,6} bytes a hit"));
        }
    }
}

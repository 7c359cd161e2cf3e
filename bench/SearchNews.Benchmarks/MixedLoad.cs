using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SearchNews.Benchmarks;

/// <summary>
/// Many clients at once, each on a connection of its own and asking one question after the other, in the proportions of a site: mostly searches and
/// completions, some articles, similar articles, stories, facets, feeds, explanations and pages.
/// </summary>
internal sealed class MixedLoad(Uri address, string[] queries, string[] ids)
{
    private static readonly (string Route, int Share)[] Mix =
    [
        ("search", 30), ("suggest", 25), ("article", 8), ("similar", 8), ("page", 8), ("search facets", 5), ("feed", 4), ("story", 4), ("stories", 3), ("explain", 3), ("facet", 2),
    ];

    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _times = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, int> _statuses = new();

    /// <summary>Ids of articles that the queries find.</summary>
    public static string[] FindIds(Uri address, IEnumerable<string> queries)
    {
        using var connection = new HttpConnection(address);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (string query in queries)
        {
            connection.Get($"/v1/search?size=1&q={Uri.EscapeDataString(query)}");
            using JsonDocument answer = JsonDocument.Parse(connection.Body);
            foreach (JsonElement hit in answer.RootElement.GetProperty("hits").EnumerateArray()) ids.Add(hit.GetProperty("id").GetString()!);
        }

        return [.. ids];
    }

    /// <summary>Loads the service and prints what was seen.</summary>
    /// <param name="clients">Clients at once.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="process">The service's process, whose memory is printed each tenth of the time; null for none.</param>
    public void Print(int clients, TimeSpan duration, int? process)
    {
        long started = Stopwatch.GetTimestamp();
        Thread[] threads = [.. Enumerable.Range(1, clients).Select(seed => new Thread(() => Ask(new Random(seed), started, duration)))];
        foreach (Thread thread in threads) thread.Start();
        for (int tenth = 0; tenth <= 10 && process is { } id; tenth++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"after {Stopwatch.GetElapsedTime(started).TotalSeconds,4:0} s  {MemoryOf(id)}"));
            if (tenth < 10) Thread.Sleep(duration / 10);
        }

        foreach (Thread thread in threads) thread.Join();
        foreach ((string route, ConcurrentBag<double> times) in _times.OrderBy(t => t.Key, StringComparer.Ordinal)) Latency.Print(route, [.. times.Order()]);
        Console.WriteLine($"answers by status: {string.Join(", ", _statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}"))}");
    }

    private void Ask(Random random, long started, TimeSpan duration)
    {
        using var connection = new HttpConnection(address);
        while (Stopwatch.GetElapsedTime(started) < duration)
        {
            string route = Draw(random);
            string target = TargetOf(route, random);
            long before = Stopwatch.GetTimestamp();
            int status = connection.Get(target);
            _times.GetOrAdd(route, _ => []).Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
            _statuses.AddOrUpdate(status, 1, (_, n) => n + 1);
        }
    }

    private static string Draw(Random random)
    {
        int at = random.Next(Mix.Sum(m => m.Share));
        foreach ((string route, int share) in Mix)
        {
            if (at < share) return route;
            at -= share;
        }

        return Mix[0].Route;
    }

    private string TargetOf(string route, Random random)
    {
        string text = queries[random.Next(queries.Length)];
        string q = Uri.EscapeDataString(text);
        string id = Uri.EscapeDataString(ids[random.Next(ids.Length)]);
        return route switch
        {
            "search" => $"/v1/search?q={q}",
            "search facets" => $"/v1/search?q={q}&facets=provider,topic,month",
            "suggest" => $"/v1/suggest?q={Uri.EscapeDataString(Beginning(text, random))}",
            "article" => $"/v1/articles/{id}",
            "similar" => $"/v1/articles/{id}/similar",
            "story" => $"/v1/articles/{id}/story",
            "stories" => $"/v1/stories?page={random.Next(1, 5)}",
            "explain" => $"/v1/explain?q={q}&id={id}",
            "facet" => $"/v1/facets/topic?q={q}",
            "feed" => $"/v1/search.rss?q={q}",
            _ => $"/?q={q}",
        };
    }

    /// <summary>What has been typed of a query, never half of a surrogate pair.</summary>
    private static string Beginning(string text, Random random)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        return string.Concat(runes.Take(random.Next(1, runes.Length + 1)).Select(r => r.ToString()));
    }

    private static string MemoryOf(int process)
    {
        string[] lines = File.ReadAllLines($"/proc/{process}/status");
        int handles = Directory.GetFiles($"/proc/{process}/fd").Length;
        return $"{Array.Find(lines, l => l.StartsWith("VmRSS", StringComparison.Ordinal))}  handles {handles}";
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SearchNews.Search.Stories;

namespace SearchNews.Benchmarks;

/// <summary>What grouping costs an article, at 10,000, 100,000 and 1,000,000 of them, or as many as a file has: one JSON object a line with id, title, excerpt and publishedDateTime.</summary>
internal static class StorySpeed
{
    public static void Print(string file)
    {
        long started = Stopwatch.GetTimestamp();
        List<Told> articles = Read(file);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{articles.Count} articles read and analysed in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));
        for (int count = 10_000; count <= articles.Count; count *= 10) Measure(articles.GetRange(0, count));
    }

    private static List<Told> Read(string file)
    {
        var articles = new List<Told>();
        foreach (string line in File.ReadLines(file))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement article = json.RootElement;
            if (!article.TryGetProperty("publishedDateTime", out JsonElement date)) continue;
            string Text(string name) => article.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "" : "";
            articles.Add(new Told(new StoryArticle(Text("id"), date.GetDateTimeOffset().ToUnixTimeMilliseconds(), articles.Count), StoryFingerprint.Of(Text("title"), Text("excerpt"))));
        }

        return articles;
    }

    private static void Measure(List<Told> articles)
    {
        GC.Collect();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        TimeSpan processor = Process.GetCurrentProcess().TotalProcessorTime;
        long started = Stopwatch.GetTimestamp();
        var counter = new StemCounter();
        foreach (Told article in articles) counter.Add(new StoryFingerprint(article.Fingerprint));
        StemTable table = counter.ToTable();
        double counting = Stopwatch.GetElapsedTime(started).TotalSeconds;
        StoryGroups groups = StoryGrouper.Group(new Timeline(articles, table));
        double all = Stopwatch.GetElapsedTime(started).TotalSeconds;
        processor = Process.GetCurrentProcess().TotalProcessorTime - processor;
        long kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        var sizes = groups.ToStories().Values.Select(others => others.Count + 1).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{articles.Count} articles: counting {counting:0.00} s, grouping {all - counting:0.00} s, {processor.TotalMicroseconds / articles.Count:0.0} us of processor an article; {sizes.Count} stories of several with {sizes.Sum()} articles, the largest {sizes.Max()}; {kept >> 20} MiB kept; resident {Environment.WorkingSet >> 20} MiB"));
        GC.KeepAlive(table);
    }

    private sealed record Told(StoryArticle Article, byte[] Fingerprint);

    private sealed class Timeline(List<Told> articles, StemTable table) : IStoryTimeline
    {
        public IEnumerable<StoryArticle> From(long publishedAt) =>
            articles.Select(a => a.Article).Where(a => a.PublishedAt >= publishedAt).OrderBy(a => a.PublishedAt).ThenBy(a => a.Id, StringComparer.Ordinal);

        public void Weigh(StoryArticle article, StoryVector vector) => vector.Set(new StoryFingerprint(articles[article.Handle].Fingerprint), table);
    }
}

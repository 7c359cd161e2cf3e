using System.Diagnostics;
using System.Globalization;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Benchmarks.Harness;

/// <summary>Searches an index, category by category, with one thread, for the top 10; hits are counted to 1,000.</summary>
internal static class HarnessSearch
{
    private const int Top = 10;
    private const int TotalHitsThreshold = 1000;
    private const int MaxTimes = 1 << 20;

    /// <summary>
    /// Prints a line for each category: queries, queries a second, p50 and p99, what the hits of one untimed pass add up to (their scores, and a fold of documents and
    /// ranks), and the processor time a query, which says more than the clock on a busy machine.
    /// </summary>
    public static void Run(string folder, string queries, double seconds)
    {
        using var directory = new FileSystemDirectory(folder, new MemoryBudget(long.MaxValue));
        DirectoryReader reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        var parser = new HarnessQueries(reader);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"engine=searchnews docs={reader.NumDocs} segments={reader.Leaves.Count}"));
        foreach (IGrouping<string, string[]> category in File.ReadLines(queries).Select(line => line.Split('\t')).GroupBy(columns => columns[0], StringComparer.Ordinal))
        {
            Query[] parsed = [.. category.Select(columns => parser.Parse(category.Key, columns[1]))];
            string hits = FoldHits(searcher, parsed);
            _ = Measure(searcher, parsed, seconds / 2, out _);
            Console.WriteLine($"{category.Key}\t{parsed.Length}\t{Measure(searcher, parsed, seconds, out string processor)}\t{hits}\t{processor}");
        }
    }

    private static string FoldHits(IndexSearcher searcher, Query[] queries)
    {
        double sum = 0;
        int ids = 0;
        foreach (Query query in queries)
        {
            TopDocs top = searcher.Search(query, Top, TotalHitsThreshold);
            for (int i = 0; i < top.ScoreDocs.Count; i++)
            {
                sum += top.ScoreDocs[i].Score;
                ids = unchecked((ids * 31) + (top.ScoreDocs[i].Doc * 7) + i);
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"top10sum {sum:0.0000}\tids {ids:x8}");
    }

    private static string Measure(IndexSearcher searcher, Query[] queries, double seconds, out string processor)
    {
        double[] times = new double[MaxTimes];
        long started = Stopwatch.GetTimestamp();
        TimeSpan used = Environment.CpuUsage.TotalTime;
        int count = 0;
        while (count < queries.Length || Stopwatch.GetElapsedTime(started).TotalSeconds < seconds)
        {
            long before = Stopwatch.GetTimestamp();
            searcher.Search(queries[count % queries.Length], Top, TotalHitsThreshold);
            if (count < times.Length) times[count] = Stopwatch.GetElapsedTime(before).TotalMicroseconds;
            count++;
        }

        double elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        processor = string.Create(CultureInfo.InvariantCulture, $"processor {(Environment.CpuUsage.TotalTime - used).TotalMicroseconds / count:0.0} us");
        Span<double> sorted = times.AsSpan(0, Math.Min(count, times.Length));
        sorted.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{count / elapsed:0} qps\tp50 {sorted[sorted.Length / 2]:0} us\tp99 {sorted[(int)(sorted.Length * .99)]:0} us");
    }
}

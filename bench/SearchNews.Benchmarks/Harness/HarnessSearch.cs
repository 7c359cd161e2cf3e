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

    /// <summary>Prints a line for each category.</summary>
    public static void Run(string folder, string queries, double seconds)
    {
        using var directory = new FileSystemDirectory(folder, new MemoryBudget(long.MaxValue));
        DirectoryReader reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        var parser = new HarnessQueries(reader);
        var hits = new ScoreDoc[Top];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"engine=searchnews docs={reader.NumDocs} segments={reader.Leaves.Count}"));
        foreach (IGrouping<string, string> category in HarnessQueries.Read(queries))
        {
            Query[] parsed = [.. category.Select(text => parser.Parse(category.Key, text))];
            HarnessTimes.Print(category.Key, parsed.Length, i => searcher.Search(parsed[i], hits, out _, TotalHitsThreshold), FoldHits(searcher, parsed), seconds);
        }
    }

    private static string FoldHits(IndexSearcher searcher, Query[] queries)
    {
        var fold = new HarnessFold();
        foreach (Query query in queries)
        {
            IReadOnlyList<ScoreDoc> hits = searcher.Search(query, Top, TotalHitsThreshold).ScoreDocs;
            for (int i = 0; i < hits.Count; i++) fold.Add(hits[i].Doc, hits[i].Score, i);
        }

        return fold.ToString();
    }
}

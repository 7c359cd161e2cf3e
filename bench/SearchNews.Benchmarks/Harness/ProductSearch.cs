using System.Globalization;
using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Benchmarks.Harness;

/// <summary>
/// The category <c>Search</c>: the texts of News, asked as the service asks them, in the profile <c>balanced</c>: understood, searched, corrected or relaxed where too little is found, and the ten articles read.
/// </summary>
internal static class ProductSearch
{
    private const string Category = "Search";
    private const string Texts = "News";

    /// <summary>Whether a folder holds an index of the service.</summary>
    public static bool IsIndex(string folder) => new GenerationStore(folder).FindLive() is not null;

    /// <summary>Prints the line of the category.</summary>
    public static void Run(string folder, string queries, double seconds)
    {
        ArticleSnapshot snapshot = ArticleSnapshot.Open(new GenerationStore(folder).FindLive() ?? throw new DirectoryNotFoundException($"'{folder}' holds no index of the service."));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"engine=searchnews docs={snapshot.DocCount} segments={snapshot.Reader.Leaves.Count}"));
        string[] texts = [.. HarnessQueries.Read(queries).Where(category => category.Key == Texts).SelectMany(category => category)];
        if (texts.Length == 0) throw new InvalidDataException($"'{queries}' has no line of the category '{Texts}'.");
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        SearchResponse Ask(string text) => new SearchExecution(snapshot, new SearchRequest { Query = text }, now, CancellationToken.None).Run();

        var fold = new HarnessFold();
        foreach (string text in texts)
        {
            IReadOnlyList<SearchHit> hits = Ask(text).Hits;
            for (int i = 0; i < hits.Count; i++) fold.Add(snapshot.FindDocument(hits[i].Id), hits[i].Score ?? 0, i);
        }

        HarnessTimes.Print(Category, texts.Length, i => Ask(texts[i]), fold.ToString(), seconds);
    }
}

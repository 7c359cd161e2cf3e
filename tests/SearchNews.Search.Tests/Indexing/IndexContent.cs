using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Tests.Indexing;

/// <summary>What an index says, in a form that can be compared.</summary>
internal static class IndexContent
{
    private static readonly string[] Queries = ["", "cloud storage", "azure", "running museum glacier", "\"copper desert\"", "quantum OR orchid", "the of and", "bridge -market", "topic:space"];

    /// <summary>The stored records of the live generation by id, as JSON.</summary>
    public static SortedDictionary<string, string> Records(GenerationStore store)
    {
        DirectoryReader reader = ArticleSnapshot.Open(store.FindLive()!).Reader;
        var records = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var visitor = new RecordVisitor();
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            for (int doc = 0; doc < leaf.Reader.MaxDoc; doc++)
            {
                if (leaf.Reader.LiveDocs is { } live && !live[doc]) continue;
                leaf.Reader.VisitDocument(doc, visitor);
                ArticleRecord record = visitor.Take()!;
                records.Add(record.Id, System.Text.Encoding.UTF8.GetString(ArticleRecordJson.Serialize(record)));
            }
        }

        return records;
    }

    /// <summary>Merges deleted articles away, as time would.</summary>
    public static void Merge(GenerationStore store)
    {
        using var directory = new FileSystemDirectory(store.FindLive()!.Path);
        using var writer = new IndexWriter(directory, ArticleSchema.WriterConfig);
        writer.ForceMerge(1);
        writer.Commit();
    }

    /// <summary>Every hit of some queries, in order, with its score bit for bit.</summary>
    public static List<string> Answers(GenerationStore store)
    {
        var answers = new List<string>();
        ArticleSnapshot snapshot = ArticleSnapshot.Open(store.FindLive()!);
        foreach (string query in Queries)
        {
            foreach (SortOrder? sort in new SortOrder?[] { SortOrder.Relevance, SortOrder.Newest, SortOrder.Quality })
            {
                var request = new SearchRequest { Query = query, Size = 100, Match = MatchPolicy.Any, Group = HitGrouping.None };
                if (sort is { } order) request = request with { Sort = order };
                SearchResponse response = new SearchExecution(snapshot, request, TestIndex.Now, CancellationToken.None).Run();
                answers.Add($"{query} {sort}: {response.Total.Articles}");
                answers.AddRange(response.Hits.Select(h => $"{h.Id} {(h.Score is { } score ? BitConverter.DoubleToInt64Bits(score) : 0):x}"));
            }
        }

        return answers;
    }
}

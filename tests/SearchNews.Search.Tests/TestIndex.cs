using System.Globalization;
using SearchNews.Articles;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Tests;

/// <summary>An index of given articles in a temporary folder, in as many segments as wanted, with a clock that stands still.</summary>
internal sealed class TestIndex : IDisposable
{
    /// <summary>The instant that searches without an explicit now rank by.</summary>
    public static readonly DateTimeOffset Now = new(2021, 8, 29, 12, 3, 20, TimeSpan.Zero);

    private readonly TempFolder _folder = new();

    private TestIndex(IReadOnlyList<Article> articles, int segments, StoryGroups? stories)
    {
        Articles = articles;
        Store = new GenerationStore(_folder.Path);
        Add(Store, articles, segments, stories: stories);
        Clock = new StillClock(Now);
        Backend = new EmbeddedBackend(Store, Clock);
    }

    public IReadOnlyList<Article> Articles { get; }

    public GenerationStore Store { get; }

    public StillClock Clock { get; }

    public EmbeddedBackend Backend { get; }

    public ArticleSnapshot Snapshot => field ??= ArticleSnapshot.Open(Store.FindLive()!);

    public static TestIndex Of(IReadOnlyList<Article> articles, int segments = 1, StoryGroups? stories = null) => new(articles, segments, stories);

    public static TestIndex Of(params Article[] articles) => Of(articles, segments: 1);

    /// <summary>Deletes articles; before anything is searched.</summary>
    public void Delete(IEnumerable<Article> articles)
    {
        using var directory = new FileSystemDirectory(Store.FindLive()!.Path);
        using var writer = new IndexWriter(directory, new IndexWriterConfig { Analyzer = ArticleSchema.Keyword, FieldAnalyzers = ArticleSchema.FieldAnalyzers, MergeAutomatically = false });
        foreach (Article article in articles) writer.DeleteDocuments(new Term(ArticleFields.Id, article.Id));
        writer.CommitUserData = UserData(ArticleSchema.Version);
        writer.Commit();
    }

    /// <summary>Adds a generation to a store and makes it live. Articles are alone unless stories are given.</summary>
    public static Generation Add(GenerationStore store, IReadOnlyList<Article> articles, int segments = 1, int schema = ArticleSchema.Version, StoryGroups? stories = null)
    {
        Generation generation = store.CreateNext();
        using var directory = new FileSystemDirectory(generation.Path);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig { Analyzer = ArticleSchema.Keyword, FieldAnalyzers = ArticleSchema.FieldAnalyzers, MergeAutomatically = false }))
        {
            foreach (Article[] chunk in articles.Chunk(Math.Max(1, (articles.Count + segments - 1) / segments)))
            {
                foreach (Article article in chunk) writer.AddDocument(ArticleMapper.Map(article, ArticleRecord.Of(article)));
                writer.Flush();
            }

            StemTableFormat.Write(directory, new StemTable(0, []));
            StoryGroupsFormat.Write(directory, StoryFiles.NextName(directory), stories ?? new StoryGroups());
            writer.CommitUserData = UserData(schema);
            writer.Commit();
        }

        store.Switch(generation);
        return generation;
    }

    public PreparedSearch Prepare(SearchRequest request) => new SearchExecution(Snapshot, request, Now, TestContext.Current.CancellationToken).Prepare();

    public SearchResponse Search(SearchRequest request) => new SearchExecution(Snapshot, request, Now, TestContext.Current.CancellationToken).Run();

    public SearchResponse Search(string query, int size = 100) => Search(new SearchRequest { Query = query, Size = size });

    /// <summary>The ids that a query finds, in ordinal order.</summary>
    public string[] Find(string query, MatchPolicy match = MatchPolicy.All) => Find(new SearchRequest { Query = query, Match = match });

    public string[] Find(SearchRequest request) => [.. Search(request with { Size = 1000 }).Hits.Select(h => h.Id).Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Dispose();

    private static Dictionary<string, string> UserData(int schema) => new(StringComparer.Ordinal) { [ArticleSchema.VersionKey] = schema.ToString(CultureInfo.InvariantCulture), [StoryFiles.Key] = "stories_1" };
}

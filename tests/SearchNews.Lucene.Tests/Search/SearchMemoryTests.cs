using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Search;

/// <summary>Searches that use what others left behind: they allocate nothing, and find what a new searcher finds.</summary>
public sealed class SearchMemoryTests : IDisposable
{
    private const int Warmups = 64;
    private const int Measured = 32;
    private const int Threshold = 100;

    private readonly MemoryDirectory _directory = new();
    private readonly ScoreDoc[] _hits = new ScoreDoc[10];

    /// <summary>Queries that are to allocate nothing: of frequent words (w0) and rare ones (w9), alone, and as conjunctions, disjunctions and phrases.</summary>
    public static TheoryData<string, bool, int> Shapes
    {
        get
        {
            var shapes = new TheoryData<string, bool, int>();
            foreach (string shape in Queries.Keys)
            {
                shapes.Add(shape, false, Threshold);
                shapes.Add(shape, true, Threshold);
                shapes.Add(shape, true, int.MaxValue);
            }

            return shapes;
        }
    }

    private static Dictionary<string, Query> Queries { get; } = new(StringComparer.Ordinal)
    {
        ["frequent term"] = Body("w0"),
        ["rare term"] = Body("w9"),
        ["term of one document"] = new TermQuery("once", "alone"),
        ["term that is nowhere"] = Body("nowhere"),
        ["term with sparse norms"] = Title("w1"),
        ["boosted term"] = new BoostQuery(Body("w2"), 2f),
        ["or of two"] = BooleanQuery.Of(Occur.Should, [Body("w0"), Body("w1")]),
        ["or of many in two fields"] = BooleanQuery.Of(Occur.Should, [Body("w1"), Body("w4"), Body("w7"), Title("w1"), new BoostQuery(Title("w2"), 2f), Body("nowhere")]),
        ["or of which one is nowhere"] = BooleanQuery.Of(Occur.Should, [Body("w1"), Body("nowhere")]),
        ["or, but not"] = Boolean((Body("w1"), Occur.Should), (Body("w2"), Occur.Should), (Body("w3"), Occur.MustNot)),
        ["and of two"] = BooleanQuery.Of(Occur.Must, [Body("w0"), Body("w1")]),
        ["and of three in two fields"] = BooleanQuery.Of(Occur.Must, [Body("w0"), Title("w1"), Body("w4")]),
        ["and, with a filter, but not"] = Boolean((Body("w0"), Occur.Must), (Body("w1"), Occur.Must), (Body("w2"), Occur.Filter), (Body("w3"), Occur.MustNot)),
        ["phrase of two"] = Phrase("w0", "w1"),
        ["phrase of three"] = Phrase("w0", "w1", "w0"),
        ["phrase of rare words"] = Phrase("w5", "w1"),
        ["ranked"] = SkewedDocuments.Ranked(BooleanQuery.Of(Occur.Should, [new BoostQuery(Title("w1"), 2f), Body("w1"), new BoostQuery(Title("w3"), 2f), Body("w3")])),
        ["ranked conjunction"] = SkewedDocuments.Ranked(BooleanQuery.Of(Occur.Must, [Body("w0"), Body("w1")])),
        ["ranked phrase"] = SkewedDocuments.Ranked(Phrase("w0", "w1")),
    };

    public void Dispose() => _directory.Dispose();

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Search_AfterOthersLikeIt_AllocatesNothing(string shape, bool segmentsAndDeletions, int threshold)
    {
        var searcher = new IndexSearcher(Index(segmentsAndDeletions));
        for (int i = 0; i < Warmups; i++) Run(searcher, Queries[shape], threshold);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Measured; i++) Run(searcher, Queries[shape], threshold);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0, shape);
    }

    [Fact]
    public void Search_OtherTermsOfTheSameShape_AllocatesNothing()
    {
        var searcher = new IndexSearcher(Index(segmentsAndDeletions: true));
        Query[] queries = [.. from first in Enumerable.Range(0, 8) from second in Enumerable.Range(0, 8) where first != second select BooleanQuery.Of(Occur.Should, [Body($"w{first}"), Title($"w{second}")])];
        foreach (Query query in queries) Run(searcher, query);
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (Query query in queries) Run(searcher, query);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Search_AfterAllOthers_FindsWhatANewSearcherFinds()
    {
        DirectoryReader reader = Index(segmentsAndDeletions: true);
        var searcher = new IndexSearcher(reader);
        Random random = Seeds.Random();

        // What is asked for often is kept in memory, and how far totals that are not exact are counted depends on that.
        foreach (Query query in Queries.Values)
        {
            for (int i = 0; i < Warmups; i++) Run(searcher, query, threshold: 0);
        }

        for (int i = 0; i < 300; i++)
        {
            Query query = Queries.ElementAt(random.Next(Queries.Count)).Value;
            int threshold = random.Next(2) == 0 ? int.MaxValue : random.Next(200);
            TopDocs expected = new IndexSearcher(reader).Search(query, _hits.Length, threshold);
            int count = searcher.Search(query, _hits, out TotalHits total, threshold);
            _hits.Take(count).ShouldBe(expected.ScoreDocs, $"{query}, threshold {threshold}");
            total.ShouldBe(expected.TotalHits, $"{query}, threshold {threshold}");
        }
    }

    [Fact]
    public void Search_WithinASearch_DisturbsNeither()
    {
        var searcher = new IndexSearcher(Index(segmentsAndDeletions: true));
        Query inner = Queries["or, but not"];
        TopDocs expected = searcher.Search(inner, 10);
        foreach (Query outer in Queries.Values)
        {
            int count = searcher.Count(outer);
            var asking = new AskingCollector(() => searcher.Search(inner, 10).ScoreDocs.ShouldBe(expected.ScoreDocs, $"within {outer}"));
            searcher.Search(outer, asking);
            asking.Count.ShouldBe(count, $"{outer}");
        }
    }

    [Fact]
    public void Search_AfterOneThatFailed_FindsTheSame()
    {
        var searcher = new IndexSearcher(Index(segmentsAndDeletions: true));
        foreach (Query query in Queries.Values)
        {
            TopDocs expected = searcher.Search(query, 10, Threshold);
            int calls = 0;
            var failing = new AskingCollector(() => _ = calls++ < 3 ? 0 : throw new InvalidOperationException("enough"));
            if (searcher.Count(query) > 3) Should.Throw<InvalidOperationException>(() => searcher.Search(query, failing));
            searcher.Search(query, 10, Threshold).ScoreDocs.ShouldBe(expected.ScoreDocs, $"{query}");
        }
    }

    [Fact]
    public void Search_OnManyThreads_EachFindsItsOwn()
    {
        var searcher = new IndexSearcher(Index(segmentsAndDeletions: true));
        Dictionary<Query, TopDocs> expected = Queries.Values.Distinct().ToDictionary(query => query, query => searcher.Search(query, 10, Threshold));
        Dictionary<Query, TotalHits> totals = expected.Keys.ToDictionary(query => query, query => searcher.Search(query, 10).TotalHits);
        Parallel.For(0, 4000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            (Query query, TopDocs top) = expected.ElementAt(i % expected.Count);
            searcher.Search(query, 10, Threshold).ScoreDocs.ShouldBe(top.ScoreDocs, $"{query}");

            // Room for one hit to ten; the collector is one that searches of other threads had.
            var hits = new ScoreDoc[1 + (i % 10)];
            int count = searcher.Search(query, hits, out TotalHits total, int.MaxValue);
            hits.Take(count).ShouldBe(top.ScoreDocs.Take(hits.Length), $"{query}");
            total.ShouldBe(totals[query], $"{query}");
        });
    }

    [Fact]
    public void Search_NoRoomForHits_IsRefused()
    {
        var searcher = new IndexSearcher(Index(segmentsAndDeletions: false));
        Should.Throw<ArgumentOutOfRangeException>(() => searcher.Search(Body("w0"), [], out _));
    }

    private static TermQuery Body(string word) => new("body", word);

    private static TermQuery Title(string word) => new("title", word);

    private static PhraseQuery Phrase(params string[] words)
    {
        var phrase = new PhraseQuery.Builder();
        foreach (string word in words) phrase.Add(new Term("body", word));
        return (PhraseQuery)phrase.Build();
    }

    private static Query Boolean(params (Query Query, Occur Occur)[] clauses)
    {
        var query = new BooleanQuery.Builder();
        foreach ((Query clause, Occur occur) in clauses) query.Add(clause, occur);
        return query.Build();
    }

    private void Run(IndexSearcher searcher, Query query, int threshold = Threshold) => searcher.Search(query, _hits, out _, threshold);

    /// <summary>Some thousand documents.</summary>
    private DirectoryReader Index(bool segmentsAndDeletions)
    {
        Random random = Seeds.Random();
        using var writer = new IndexWriter(_directory, new IndexWriterConfig { MergeAutomatically = false });
        for (int i = 0; i < 6000; i++)
        {
            Document document = SkewedDocuments.Next(random, $"{i % 97}", rarest: 11, heatOneIn: 9);
            if (i == 3000) document.Add(new TextField("once", "alone"));
            writer.AddDocument(document);
            if (segmentsAndDeletions && i % 2500 == 2499) writer.Flush();
        }

        for (int i = 0; segmentsAndDeletions && i < 97; i += 5) writer.DeleteDocuments(new Term("id", $"{i}"));
        writer.Commit();
        return DirectoryReader.Open(_directory);
    }

    /// <summary>Counts, and does something at each document.</summary>
    private sealed class AskingCollector(Action ask) : Collector
    {
        public int Count { get; private set; }

        public override ScoreMode ScoreMode => ScoreMode.Complete;

        public override LeafCollector GetLeafCollector(LeafReaderContext context) => new Leaf(this, ask);

        private sealed class Leaf(AskingCollector owner, Action ask) : LeafCollector
        {
            public override void Collect(int doc, float score)
            {
                if (owner.Count++ % 64 == 0 || owner.Count < 8) ask();
            }
        }
    }
}

using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Scorers;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Search;

/// <summary>Searches for terms that are kept in memory by impact, because they were asked for before: they find what all matches, counted one by one, say.</summary>
public sealed class FrequentTermTests : IDisposable
{
    private const int Documents = 100_000;
    private const int Asks = 4;

    // Frequent enough to be kept, and not to be asked by document.
    private static readonly string[] Sparse = ["s0", "s1"];
    private static readonly string[] Dense = ["w0", "w1", "w2", "w3", "w4"];
    private static readonly string[] Rare = ["w7", "w9", "w12"];

    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Search_TermsInMemory_FindsTheSameHits(bool deletions)
    {
        Random random = Seeds.Random(deletions ? 1 : 0);
        var searcher = new IndexSearcher(Index(random, deletions));
        foreach (string word in (string[])[.. Sparse, .. Dense]) AskFor(searcher, word);
        for (int i = 0; i < 80; i++)
        {
            Query query = NextQuery(random);
            TopDocs all = searcher.Search(query, int.MaxValue);
            foreach ((int n, int threshold) in ((int, int)[])[(1, 0), (10, 0), (10, 1000), (300, 50), (3, 20_000)])
            {
                TopDocs top = searcher.Search(query, n, threshold);
                top.ScoreDocs.ShouldBe(all.ScoreDocs.Take(n), $"top {n}, threshold {threshold} of {query}");
                if (top.TotalHits.IsExact) top.TotalHits.ShouldBe(all.TotalHits);
                else top.TotalHits.Value.ShouldBeInRange(threshold + 1, all.TotalHits.Value);
            }
        }
    }

    [Fact]
    public void GetBulkScorer_TermsAskedForSeveralTimes_IsByImpact()
    {
        var searcher = new IndexSearcher(Index(Seeds.Random(), deletions: false));
        BulkScorerOf(searcher, Word("w0")).ShouldBeOfType<TermBulkScorer>();
        BulkScorerOf(searcher, And("w0", "w12")).ShouldBeOfType<ConjunctionBulkScorer>();

        foreach (string word in (string[])["w0", "w1", "s0"]) AskFor(searcher, word);

        BulkScorerOf(searcher, Word("w0")).ShouldBeOfType<ImpactTierBulkScorer>();
        BulkScorerOf(searcher, Word("s0")).ShouldBeOfType<ImpactTierBulkScorer>();
        BulkScorerOf(searcher, Word("w12")).ShouldBeOfType<TermBulkScorer>();
        BulkScorerOf(searcher, And("w0", "w1")).ShouldBeOfType<DenseConjunctionBulkScorer>();
        BulkScorerOf(searcher, And("w0", "w12")).ShouldBeOfType<DenseConjunctionBulkScorer>();
        BulkScorerOf(searcher, And("s0", "w12")).ShouldBeOfType<ConjunctionBulkScorer>();
    }

    [Fact]
    public void GetImpactTiers_ManyThreads_KeepsOneCopy()
    {
        SegmentReader segment = Index(Seeds.Random(), deletions: false).Leaves[0].Reader.ShouldBeOfType<SegmentReader>();
        SimScorer scorer = new BM25Similarity().CreateScorer(1f, new CollectionStatistics("body", Documents, Documents, 1 << 20, 1 << 20), new TermStatistics(new Term("body", "w0"), 1000, 1000));
        var term = new Term("body", "w0");
        int docFreq = segment.GetTerms("body")!.Find(term.Bytes)!.DocFreq;

        Parallel.For(0, 64, _ => segment.GetImpactTiers(term, docFreq, scorer));

        ImpactTiers kept = segment.GetImpactTiers(term, docFreq, scorer).ShouldNotBeNull();
        kept.Count.ShouldBe(docFreq);
        segment.GetImpactTiers(new Term("body", "w0"), docFreq, scorer).ShouldBeSameAs(kept);
    }

    private static void AskFor(IndexSearcher searcher, string word)
    {
        for (int i = 0; i < Asks; i++) searcher.Search(BooleanQuery.Of(Occur.Should, [Word(word), Word(word, "title")]), 1, totalHitsThreshold: 0);
    }

    private static BulkScorer? BulkScorerOf(IndexSearcher searcher, Query query) =>
        searcher.CreateWeight(searcher.Rewrite(query), ScoreMode.TopScores, boost: 1f).GetBulkScorer(searcher.Reader.Leaves[0], ScoreMode.TopScores);

    private static TermQuery Word(string word, string field = "body") => new(new Term(field, word));

    private static BooleanQuery And(params string[] words) => BooleanQuery.Of(Occur.Must, words.Select(word => Word(word)));

    private static Query NextQuery(Random random) => random.Next(6) switch
    {
        0 => NextWord(random),
        1 or 2 => BooleanQuery.Of(Occur.Should, Enumerable.Range(0, random.Next(2, 12)).Select(_ => NextWord(random))),
        3 => BooleanQuery.Of(Occur.Must, Enumerable.Range(0, random.Next(2, 4)).Select(_ => NextWord(random))),
        4 => new BooleanQuery.Builder().Add(NextWord(random), Occur.Must).Add(NextWord(random), Occur.Must).Add(NextWord(random), Occur.Filter).Add(Word("w4"), Occur.MustNot).Build(),
        _ => new BooleanQuery.Builder().Add(NextWord(random), Occur.Should).Add(NextWord(random), Occur.Should).Add(Word("w3"), Occur.MustNot).Build(),
    };

    private static Query NextWord(Random random)
    {
        TermQuery word = Word(Some.Of(random, [.. Sparse, .. Dense, .. Rare]), random.Next(3) == 0 ? "title" : "body");
        return random.Next(3) == 0 ? new BoostQuery(word, 0.5f * random.Next(1, 8)) : word;
    }

    private static string Text(Random random, int maxLength)
    {
        string[] words = [.. Enumerable.Range(0, random.Next(1, maxLength)).Select(_ => $"w{int.TrailingZeroCount(random.Next() | (1 << 14))}")];
        foreach (string word in Sparse)
        {
            if (random.Next(40) == 0) words[random.Next(words.Length)] = word;
        }

        return string.Join(' ', words);
    }

    private DirectoryReader Index(Random random, bool deletions)
    {
        using var writer = new IndexWriter(_directory, new IndexWriterConfig { MergeAutomatically = false });
        for (int i = 0; i < Documents; i++)
            writer.AddDocument(new Document { new StringField("id", $"{i % 997}"), new TextField("title", Text(random, 6)), new TextField("body", Text(random, 20)) });
        for (int i = 0; deletions && i < 997; i += 5) writer.DeleteDocuments(new Term("id", $"{i}"));
        writer.Commit();
        return DirectoryReader.Open(_directory);
    }
}

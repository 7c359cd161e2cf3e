using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Scorers;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Search;

/// <summary>Searches for terms that are kept in memory by impact, because they were asked for before: they find what all matches, counted one by one, say.</summary>
public sealed class FrequentTermTests(FrequentTermTests.Segments segments) : IClassFixture<FrequentTermTests.Segments>
{
    private const int Documents = 200_000;
    private const int Asks = 4;
    private const int MaxHits = 300;

    // Frequent enough to be kept, and not to be asked by document.
    private static readonly string[] Sparse = ["s0", "s1"];
    private static readonly string[] Dense = ["w0", "w1", "w2", "w3", "w4"];
    private static readonly string[] Rare = ["w7", "w9", "w12"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Search_TermsInMemory_FindsTheSameHits(bool deletions)
    {
        Random random = Seeds.Random(deletions ? 1 : 0);
        var searcher = new IndexSearcher(segments.Open(deletions));
        foreach (string word in (string[])[.. Sparse, .. Dense]) AskFor(searcher, word);
        for (int i = 0; i < 80; i++)
        {
            Query query = NextQuery(random);
            Compare(searcher, query, (1, 0), (10, 0), (10, 1000), (MaxHits, 50), (3, 20_000));
        }
    }

    /// <summary>A hit may have both words, or one alone that weighs enough: the rarer or the other; or it has to have all of two or three.</summary>
    [Fact]
    public void Search_FewTermsOfAnyWeight_FindsTheSameHits()
    {
        var searcher = new IndexSearcher(segments.Open());
        string[] words = [.. Sparse, .. Dense];
        foreach (string word in words) AskFor(searcher, word);
        foreach (float weight in (float[])[0.01f, 0.2f, 0.5f, 1, 2, 5, 100])
        {
            for (int i = 0; i < words.Length; i++)
            {
                Query[] both = [Word(words[i]), new BoostQuery(Word(words[(i + 1) % words.Length]), weight)];
                Compare(searcher, BooleanQuery.Of(Occur.Should, both), (10, 0));
                Compare(searcher, BooleanQuery.Of(Occur.Must, both), (10, 0));
                Compare(searcher, BooleanQuery.Of(Occur.Must, [.. both, new BoostQuery(Word(words[(i + 2) % words.Length]), 1.5f)]), (10, 0));
            }
        }
    }

    /// <summary>A lowest score wanted from the first document on: what just reaches it is collected.</summary>
    [Fact]
    public void Search_ScoreThatHitsJustReach_CollectsThem()
    {
        Random random = Seeds.Random();
        var searcher = new IndexSearcher(segments.Open());
        foreach (string word in (string[])[.. Sparse, .. Dense]) AskFor(searcher, word);
        Query[] queries = [Word("w0"), Word("s1"), .. Enumerable.Range(0, 40).Select(_ => NextQuery(random)), Phrase("w0", "w1"), Phrase("w1", "w1", "w2")];
        foreach (Query query in queries)
        {
            for (int i = 0; i < Asks; i++) searcher.Search(query, 1);
            ScoreDoc[] best = [.. searcher.Search(query, MaxHits, totalHitsThreshold: int.MaxValue).ScoreDocs];
            if (best.Length == 0) continue;
            foreach (float score in (float[])[best[0].Score, Some.Of(random, best).Score, best[^1].Score])
            {
                var wanting = new WantingCollector(score);
                searcher.Search(query, wanting);
                ScoreDoc[] found = [.. wanting.Found.Where(hit => hit.Score >= score).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Doc)];
                found.Take(MaxHits).ShouldBe(best.Where(hit => hit.Score >= score), $"at least {score} of {query}");
            }
        }
    }

    [Fact]
    public void GetBulkScorer_TermsAskedForSeveralTimes_IsByImpact()
    {
        var searcher = new IndexSearcher(segments.Open());
        BulkScorerOf(searcher, Word("w0")).ShouldBeOfType<TermBulkScorer>();
        BulkScorerOf(searcher, And("w0", "w12")).ShouldBeOfType<ConjunctionBulkScorer>();

        foreach (string word in (string[])["w0", "w1", "s0", "s1"]) AskFor(searcher, word);

        BulkScorerOf(searcher, Word("w0")).ShouldBeOfType<ImpactTierBulkScorer>();
        BulkScorerOf(searcher, Word("s0")).ShouldBeOfType<ImpactTierBulkScorer>();
        BulkScorerOf(searcher, Word("w12")).ShouldBeOfType<TermBulkScorer>();
        BulkScorerOf(searcher, And("w0", "w1")).ShouldBeOfType<DenseConjunctionBulkScorer>();
        BulkScorerOf(searcher, And("w0", "s0")).ShouldBeOfType<ListConjunctionBulkScorer>();
        BulkScorerOf(searcher, And("w0", "w12")).ShouldBeOfType<LedConjunctionBulkScorer>();
        BulkScorerOf(searcher, And("s0", "s1")).ShouldBeOfType<ConjunctionBulkScorer>();
        BulkScorerOf(searcher, And("s0", "w12")).ShouldBeOfType<ConjunctionBulkScorer>();
    }

    [Fact]
    public void GetImpactTiers_ManyThreads_KeepsOneCopy()
    {
        SegmentReader segment = segments.Open().Leaves[0].Reader.ShouldBeOfType<SegmentReader>();
        SimScorer scorer = new BM25Similarity().CreateScorer(1f, new CollectionStatistics("body", Documents, Documents, 1 << 20, 1 << 20), new TermStatistics(new Term("body", "w0"), 1000, 1000));
        var term = new Term("body", "w0");
        int docFreq = segment.GetTerms("body")!.Find(term.Bytes)!.DocFreq;

        Parallel.For(0, 64, _ => segment.GetImpactTiers(term, docFreq, scorer));

        ImpactTiers kept = segment.GetImpactTiers(term, docFreq, scorer).ShouldNotBeNull();
        kept.Count.ShouldBe(docFreq);
        segment.GetImpactTiers(new Term("body", "w0"), docFreq, scorer).ShouldBeSameAs(kept);
    }

    // Where all hits have to be counted, none is left out.
    private static void Compare(IndexSearcher searcher, Query query, params ReadOnlySpan<(int N, int Threshold)> asked)
    {
        TopDocs all = searcher.Search(query, MaxHits, totalHitsThreshold: int.MaxValue);
        foreach ((int n, int threshold) in asked)
        {
            TopDocs top = searcher.Search(query, n, threshold);
            top.ScoreDocs.ShouldBe(all.ScoreDocs.Take(n), $"top {n}, threshold {threshold} of {query}");
            if (top.TotalHits.IsExact) top.TotalHits.ShouldBe(all.TotalHits);
            else top.TotalHits.Value.ShouldBeInRange(threshold + 1, all.TotalHits.Value);
        }
    }

    private static void AskFor(IndexSearcher searcher, string word)
    {
        for (int i = 0; i < Asks; i++) searcher.Search(BooleanQuery.Of(Occur.Should, [Word(word), Word(word, "title")]), 1, totalHitsThreshold: 0);
    }

    private static BulkScorer? BulkScorerOf(IndexSearcher searcher, Query query) =>
        searcher.CreateWeight(searcher.Rewrite(query), ScoreMode.TopScores, boost: 1f).GetBulkScorer(searcher.Reader.Leaves[0], ScoreMode.TopScores);

    private static TermQuery Word(string word, string field = "body") => new(new Term(field, word));

    private static PhraseQuery Phrase(params ReadOnlySpan<string> words)
    {
        var phrase = new PhraseQuery.Builder();
        foreach (string word in words) phrase.Add(new Term("body", word));
        return phrase.Build();
    }

    private static BooleanQuery And(params string[] words) => BooleanQuery.Of(Occur.Must, words.Select(word => Word(word)));

    private static Query NextQuery(Random random) => random.Next(6) switch
    {
        0 => NextWord(random),
        1 => BooleanQuery.Of(Occur.Should, [NextWord(random), NextWord(random)]),
        2 => BooleanQuery.Of(Occur.Should, Enumerable.Range(0, random.Next(2, 12)).Select(_ => NextWord(random))),
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
            if (random.Next(80) == 0) words[random.Next(words.Length)] = word;
        }

        return string.Join(' ', words);
    }

    /// <summary>The same documents without deletions and with some; every reader begins to count who asks anew.</summary>
    public sealed class Segments : IDisposable
    {
        private readonly MemoryDirectory _whole = Write(deletions: false);
        private readonly MemoryDirectory _deleted = Write(deletions: true);

        public DirectoryReader Open(bool deletions = false) => DirectoryReader.Open(deletions ? _deleted : _whole);

        public void Dispose()
        {
            _whole.Dispose();
            _deleted.Dispose();
        }

        private static MemoryDirectory Write(bool deletions)
        {
            Random random = Seeds.Random();
            var directory = new MemoryDirectory();
            using var writer = new IndexWriter(directory, new IndexWriterConfig { MergeAutomatically = false });
            for (int i = 0; i < Documents; i++)
                writer.AddDocument(new Document { new StringField("id", $"{i % 997}"), new TextField("title", Text(random, 6)), new TextField("body", Text(random, 15)) });
            for (int i = 0; deletions && i < 997; i += 5) writer.DeleteDocuments(new Term("id", $"{i}"));
            writer.Commit();
            return directory;
        }
    }

    private sealed class WantingCollector(float score) : Collector
    {
        public List<ScoreDoc> Found { get; } = [];

        public override ScoreMode ScoreMode => ScoreMode.TopScores;

        public override LeafCollector GetLeafCollector(LeafReaderContext context) => new Leaf(this, context.DocBase);

        private sealed class Leaf : LeafCollector
        {
            private readonly WantingCollector _owner;
            private readonly int _docBase;

            public Leaf(WantingCollector owner, int docBase)
            {
                _owner = owner;
                _docBase = docBase;
                MinCompetitiveScore = owner.Score;
            }

            public override void Collect(int doc, float score) => _owner.Found.Add(new ScoreDoc(_docBase + doc, score));
        }

        private float Score => score;
    }
}

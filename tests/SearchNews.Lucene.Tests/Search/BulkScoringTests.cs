using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Search;

/// <summary>
/// Scoring in blocks and windows, on segments of many windows: what skips gives the hits and scores of what looks at every document, one by one.
/// </summary>
public sealed class BulkScoringTests : IDisposable
{
    private const int Queries = 60;

    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Search_ManyWindows_SkipsToTheSameHits(int round, bool deletions)
    {
        Random random = Seeds.Random(round);
        var searcher = new IndexSearcher(Index(random, deletions));
        for (int i = 0; i < Queries; i++)
        {
            Query query = NextQuery(random, depth: 2);
            TopDocs all = searcher.Search(query, searcher.Reader.MaxDoc);
            all.ScoreDocs.ShouldBe(HitsOneByOne(searcher, query).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Doc).ToArray(), $"{query}");
            foreach ((int n, int threshold) in ((int, int)[])[(1, 0), (10, 0), (10, 1000), (100, 50)])
            {
                TopDocs top = searcher.Search(query, n, threshold);
                top.ScoreDocs.ShouldBe(all.ScoreDocs.Take(n), $"top {n}, threshold {threshold} of {query}");
                if (top.TotalHits.IsExact) top.TotalHits.ShouldBe(all.TotalHits);
                else top.TotalHits.Value.ShouldBeInRange(threshold + 1, all.TotalHits.Value);
            }
        }
    }

    private static List<ScoreDoc> HitsOneByOne(IndexSearcher searcher, Query query)
    {
        var hits = new List<ScoreDoc>();
        Weight weight = searcher.CreateWeight(searcher.Rewrite(query), ScoreMode.Complete, boost: 1f);
        foreach (LeafReaderContext leaf in searcher.Reader.Leaves)
        {
            if (weight.GetScorer(leaf) is not { } scorer) continue;
            for (int doc = scorer.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = scorer.NextDoc())
            {
                if (leaf.Reader.LiveDocs is not { } live || live[doc]) hits.Add(new ScoreDoc(leaf.DocBase + doc, scorer.Score()));
            }
        }

        return hits;
    }

    /// <summary>About 20,000 documents in two segments.</summary>
    private DirectoryReader Index(Random random, bool deletions)
    {
        using var writer = new IndexWriter(_directory, new IndexWriterConfig { MergeAutomatically = false });
        int docs = random.Next(15_000, 20_000);
        int cut = random.Next(docs);
        for (int i = 0; i < docs; i++)
        {
            writer.AddDocument(SkewedDocuments.Next(random, $"{i % 997}", rarest: 15, heatOneIn: 2));
            if (i == cut) writer.Flush();
        }

        for (int i = 0; deletions && i < 997; i += 5) writer.DeleteDocuments(new Term("id", $"{i}"));
        writer.Commit();
        return DirectoryReader.Open(_directory);
    }

    private static Query NextQuery(Random random, int depth) => random.Next(depth > 0 ? 5 : 2) switch
    {
        0 or 1 => Word(random),
        2 => BooleanQuery.Of(Occur.Should, Enumerable.Range(0, random.Next(2, 9)).Select(_ => NextQuery(random, depth - 2))),
        3 => Mixed(random, depth),
        _ => SkewedDocuments.Ranked(NextQuery(random, depth - 1)),
    };

    private static Query Mixed(Random random, int depth)
    {
        var query = new BooleanQuery.Builder();
        query.Add(NextQuery(random, depth - 1), random.Next(2) == 0 ? Occur.Must : Occur.Should);
        for (int i = random.Next(1, 4); i > 0; i--) query.Add(NextQuery(random, depth - 1), (Occur)random.Next(4));
        if (random.Next(3) == 0) query.Add(new PhraseQuery.Builder().Add(new Term("body", "w0")).Add(new Term("body", "w1")).Build(), Occur.Should);
        return query.Build();
    }

    private static Query Word(Random random)
    {
        Query word = new TermQuery(new Term(random.Next(3) == 0 ? "title" : "body", $"w{random.Next(17)}"));
        return random.Next(4) == 0 ? new BoostQuery(word, 0.25f * random.Next(1, 13)) : word;
    }
}

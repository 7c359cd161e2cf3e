using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Search;

/// <summary>Disjunctions of words that stand together in few places of a large segment, with gaps longer than what bounds are asked for: what is behind a gap is found as well.</summary>
public sealed class DisjunctionGapTests : IDisposable
{
    private const int Documents = 250_000;
    private const int Words = 6;

    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Search_BestHitBehindAGap_IsFound()
    {
        var texts = new Dictionary<int, string> { [0] = "a b x", [4000] = "b x x", [5000] = "a x", [5001] = "x x x x x", [180_000] = "b", [200_000] = "a b" };
        for (int doc = 180_001; doc <= 180_020; doc++) texts[doc] = "b x x";
        IndexSearcher searcher = Index(texts);

        searcher.Search(BooleanQuery.Of(Occur.Should, [Word("a"), Word("b")]), 1, totalHitsThreshold: 0).ScoreDocs.Select(hit => hit.Doc).ShouldBe([200_000]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Search_WordsInRuns_FindsTheBestOfAll(int round)
    {
        Random random = Seeds.Random(round);
        IndexSearcher searcher = Index(Runs(random));
        for (int i = 0; i < 200; i++)
        {
            Query query = BooleanQuery.Of(Occur.Should, Enumerable.Range(0, random.Next(2, Words)).Select(_ => new BoostQuery(Word($"w{random.Next(Words)}"), random.Next(1, 5))));
            TopDocs all = searcher.Search(query, int.MaxValue);
            foreach (int n in (int[])[1, 5, 50]) searcher.Search(query, n, totalHitsThreshold: 0).ScoreDocs.ShouldBe(all.ScoreDocs.Take(n), $"top {n} of {query}");
        }
    }

    private static TermQuery Word(string word) => new(new Term("body", word));

    // Each word has some runs of documents, short and long.
    private static Dictionary<int, string> Runs(Random random)
    {
        var texts = new Dictionary<int, string>();
        for (int run = 0; run < 6 * Words; run++)
        {
            int start = random.Next(Documents);
            int end = Math.Min(Documents, start + (1 << random.Next(12)));
            for (int doc = start; doc < end; doc++)
            {
                if (random.Next(4) == 0) continue;
                string words = string.Concat(Enumerable.Repeat($"w{run % Words} ", random.Next(4) == 0 ? random.Next(1, 7) : 1));
                texts[doc] = words + texts.GetValueOrDefault(doc, "x");
            }
        }

        return texts;
    }

    private IndexSearcher Index(Dictionary<int, string> texts)
    {
        using var writer = new IndexWriter(_directory, new IndexWriterConfig { MergeAutomatically = false });
        for (int doc = 0; doc < Documents; doc++) writer.AddDocument(new Document { new TextField("body", texts.GetValueOrDefault(doc, "x")) });
        writer.Commit();
        return new IndexSearcher(DirectoryReader.Open(_directory));
    }
}

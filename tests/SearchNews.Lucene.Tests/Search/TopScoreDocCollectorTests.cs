using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Testing.Naive;

namespace SearchNews.Lucene.Tests.Search;

public sealed class TopScoreDocCollectorTests
{
    [Fact]
    public void GetTopDocs_RandomScores_IsSortedBeginning()
    {
        for (int round = 0; round < 200; round++)
        {
            Random random = Seeds.Random(round);
            ScoreDoc[] hits = [.. Enumerable.Range(0, random.Next(1, 60)).Select(doc => new ScoreDoc(doc, Some.Of(random, 0f, 1f, 1.5f, (float)random.NextDouble(), 3e38f, 1e-40f)))];
            int n = random.Next(1, 40);
            ScoreDoc[] expected = [.. hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Doc)];
            Collect(new TopScoreDocCollector(n), hits).ScoreDocs.ShouldBe(expected.Take(n));
            ScoreDoc after = expected[random.Next(expected.Length)];
            TopDocs page = Collect(new TopScoreDocCollector(n, after: after), hits);
            page.ScoreDocs.ShouldBe(expected.SkipWhile(hit => hit != after).Skip(1).Take(n));
            page.TotalHits.ShouldBe(new TotalHits(hits.Length, TotalHitsRelation.EqualTo));
        }
    }

    [Fact]
    public void MinCompetitiveScore_FullAndBeyondThreshold_IsJustAboveWorst()
    {
        var collector = new TopScoreDocCollector(2, totalHitsThreshold: 3);
        LeafCollector leaf = collector.GetLeafCollector(Context(docBase: 0));
        foreach (float score in (float[])[2, 1, 3])
        {
            leaf.Collect(0, score);
            leaf.MinCompetitiveScore.ShouldBe(0);
        }

        leaf.Collect(1, 0.5f);
        leaf.MinCompetitiveScore.ShouldBe(float.BitIncrement(2f));
        collector.GetLeafCollector(Context(docBase: 100)).MinCompetitiveScore.ShouldBe(float.BitIncrement(2f));
        collector.GetTopDocs().TotalHits.ToString().ShouldBe("4+ hits");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, -1)]
    public void Create_OutOfRange_IsRefused(int n, int threshold) => Should.Throw<ArgumentOutOfRangeException>(() => new TopScoreDocCollector(n, threshold));

    private static TopDocs Collect(TopScoreDocCollector collector, IEnumerable<ScoreDoc> hits)
    {
        LeafCollector leaf = collector.GetLeafCollector(Context(docBase: 0));
        foreach (ScoreDoc hit in hits) leaf.Collect(hit.Doc, hit.Score);
        return collector.GetTopDocs();
    }

    private static LeafReaderContext Context(int docBase) => new(new NaiveIndex([]), docBase, 0);
}

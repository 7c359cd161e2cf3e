using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Additive;

namespace SearchNews.Lucene.Tests.Search.Additive;

public sealed class AdditiveScoreQueryTests
{
    [Fact]
    public void Search_RandomQueries_AddsInOrderAndPrunesToSameHits()
    {
        for (int round = 0; round < 8; round++)
        {
            Random random = Seeds.Random(round);
            var segments = new RandomSegments(random, segments: 3, docsPerSegment: 120);
            var searcher = new IndexSearcher(segments.Reader);
            for (int i = 0; i < 15; i++)
            {
                Query query = i % 2 == 0 ? segments.Queries.Disjunction(random.Next(1, 6)) : segments.Queries.Next();
                Addend[] addends = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new Addend(random.Next(), Some.Of(random, 0.01f, 0.7f, 12f)))];
                ScoreDoc[] expected = [.. searcher.Search(query, int.MaxValue).ScoreDocs
                    .Select(hit => hit with { Score = addends.Aggregate(hit.Score, (score, addend) => score + addend.ValueOf(hit.Doc)) })
                    .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Doc)];
                var additive = new AdditiveScoreQuery(query, addends);
                searcher.Search(additive, int.MaxValue).ScoreDocs.ShouldBe(expected, $"{additive}");
                searcher.Search(additive, 5, totalHitsThreshold: 0).ScoreDocs.ShouldBe(expected.Take(5), $"{additive}, pruned");
                foreach (ScoreDoc hit in expected.Take(3)) searcher.Explain(additive, hit.Doc).Value.ShouldBe(hit.Score);
            }
        }
    }

    [Fact]
    public void Search_SmallAddends_SkipsDocuments()
    {
        Random random = Seeds.Random();
        var segments = new RandomSegments(random, segments: 1, docsPerSegment: 3000, deletions: false);
        var searcher = new IndexSearcher(segments.Reader);
        var query = new AdditiveScoreQuery(segments.Queries.Disjunction(3), new Addend(1, 0.01f));
        searcher.Search(query, 3, totalHitsThreshold: 10).TotalHits.Value.ShouldBeLessThan(searcher.Count(query) / 2);
    }

    [Fact]
    public void CreateWeight_Boosted_IsRefused()
    {
        var searcher = new IndexSearcher(new RandomSegments(Seeds.Random(), 1, 5).Reader);
        var query = new BoostQuery(new AdditiveScoreQuery(MatchAllDocsQuery.Instance, new Addend(1, 1f)), 2f);
        Should.Throw<NotSupportedException>(() => searcher.Search(query, 1));
    }

    private sealed class Addend(int seed, float max) : ScoreAddend
    {
        public override LeafScoreAddend GetLeaf(LeafReaderContext context) => new Leaf(this, context.DocBase, max);

        public float ValueOf(int doc) => (float)Seeds.Of(seed, doc).NextDouble() * max;

        public override string ToString() => "random";

        private sealed class Leaf(Addend owner, int docBase, float max) : LeafScoreAddend
        {
            private int _last = -1;

            public override float MaxValue => max;

            public override float GetValue(int doc)
            {
                doc.ShouldBeGreaterThan(_last, "documents come in order");
                _last = doc;
                return owner.ValueOf(docBase + doc);
            }
        }
    }
}

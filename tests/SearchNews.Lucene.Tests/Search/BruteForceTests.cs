using SearchNews.Lucene.Search;
using SearchNews.Testing.Naive;

namespace SearchNews.Lucene.Tests.Search;

/// <summary>Searches against the formulas, explanations against scores, and every short cut against none.</summary>
public sealed class BruteForceTests
{
    private const int Indexes = 15;
    private const int QueriesPerIndex = 25;
    private const double Tolerance = 1e-5;

    [Fact]
    public void Search_RandomQueries_GivesDocumentsAndScoresOfFormulas()
    {
        ForEachQuery((segments, searcher, query) =>
        {
            Dictionary<int, double> expected = new NaiveSearch(segments.Segments).Search(query);
            TopDocs actual = searcher.Search(query, int.MaxValue);
            actual.TotalHits.ShouldBe(new TotalHits(expected.Count, TotalHitsRelation.EqualTo), $"{query}");
            actual.ScoreDocs.Select(hit => hit.Doc).Order().ShouldBe(expected.Keys.Order(), $"{query}");
            foreach (ScoreDoc hit in actual.ScoreDocs)
                ((double)hit.Score).ShouldBe(expected[hit.Doc], (Tolerance * expected[hit.Doc]) + 1e-30, $"document {hit.Doc} of {query}");
            actual.ScoreDocs.ShouldBe(actual.ScoreDocs.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Doc));
            searcher.Count(query).ShouldBe(expected.Count, $"{query}");
        });
    }

    [Fact]
    public void Search_FewerHitsThanMatches_GivesBeginningOfAll()
    {
        ForEachQuery((segments, searcher, query) =>
        {
            IReadOnlyList<ScoreDoc> all = searcher.Search(query, int.MaxValue).ScoreDocs;
            foreach (int n in (int[])[1, 3, 10])
            {
                TopDocs exact = searcher.Search(query, n);
                exact.ScoreDocs.ShouldBe(all.Take(n), $"{query}");
                foreach (int threshold in (int[])[0, 1, 7])
                {
                    TopDocs pruned = searcher.Search(query, n, threshold);
                    pruned.ScoreDocs.ShouldBe(exact.ScoreDocs, $"top {n}, threshold {threshold} of {query}");
                    pruned.TotalHits.Value.ShouldBeLessThanOrEqualTo(exact.TotalHits.Value);
                    if (pruned.TotalHits.IsExact) pruned.TotalHits.ShouldBe(exact.TotalHits, $"{query}");
                    else pruned.TotalHits.Value.ShouldBeGreaterThan(threshold);
                }
            }
        });
    }

    [Fact]
    public void Explain_EveryDocument_GivesScoreExactly()
    {
        ForEachQuery((segments, searcher, query) =>
        {
            Dictionary<int, float> scores = searcher.Search(query, int.MaxValue).ScoreDocs.ToDictionary(hit => hit.Doc, hit => hit.Score);
            for (int doc = 0; doc < segments.Reader.MaxDoc; doc += 11)
            {
                Explanation explanation = searcher.Explain(query, doc);
                explanation.IsMatch.ShouldBe(scores.ContainsKey(doc), $"document {doc} of {query}");
                explanation.Value.ShouldBe(scores.GetValueOrDefault(doc), $"document {doc} of {query}");
            }
        });
    }

    [Fact]
    public void Search_LongDisjunctions_PruneToSameHits()
    {
        for (int round = 0; round < Indexes; round++)
        {
            Random random = Seeds.Random(round);
            var segments = new RandomSegments(random, segments: 3, docsPerSegment: 150, vocabulary: 60);
            var searcher = new IndexSearcher(segments.Reader);
            for (int i = 0; i < QueriesPerIndex; i++)
            {
                Query query = segments.Queries.Disjunction(random.Next(2, 12));
                TopDocs pruned = searcher.Search(query, 5, totalHitsThreshold: 0);
                pruned.ScoreDocs.ShouldBe(searcher.Search(query, 5).ScoreDocs, $"{query}");
            }
        }
    }

    private static void ForEachQuery(Action<RandomSegments, IndexSearcher, Query> check)
    {
        for (int round = 0; round < Indexes; round++)
        {
            Random random = Seeds.Random(round);
            var segments = new RandomSegments(random, random.Next(1, 4), docsPerSegment: 60);
            var searcher = new IndexSearcher(segments.Reader);
            for (int i = 0; i < QueriesPerIndex; i++) check(segments, searcher, segments.Queries.Next());
        }
    }
}

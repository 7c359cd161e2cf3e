using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Phrases;
using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Tests.Search.Scorers;

/// <summary>Conjunctions and phrases in bulk, against the scorers that go document by document, on written segments of many blocks.</summary>
public sealed class ConjunctionSearchTests
{
    private const int QueriesPerIndex = 50;

    [Theory]
    [InlineData(6000, true)]
    [InlineData(2500, false)]
    public void Search_Conjunctions_GivesHitsOfScorers(int documents, bool allHaveText)
    {
        Random random = Seeds.Random(documents);
        using var segments = new WrittenSegments(random, documents, allHaveText);
        for (int i = 0; i < QueriesPerIndex; i++) Compare(segments, segments.Conjunction(random));
    }

    [Theory]
    [InlineData(6000, true)]
    [InlineData(2500, false)]
    public void Search_Phrases_GivesHitsOfScorers(int documents, bool allHaveText)
    {
        Random random = Seeds.Random(documents);
        using var segments = new WrittenSegments(random, documents, allHaveText);
        for (int i = 0; i < QueriesPerIndex; i++) Compare(segments, segments.Phrase(random));
    }

    [Fact]
    public void GetBulkScorer_TermsAndExactPhrases_IsInBulk()
    {
        using var segments = new WrittenSegments(Seeds.Random(), 300, allHaveText: true);
        BulkScorerOf(segments, segments.And(0, 1)).ShouldBeOfType<ConjunctionBulkScorer>();
        BulkScorerOf(segments, new BooleanQuery.Builder().Add(segments.Word(0), Occur.Must).Add(segments.Word(1), Occur.Filter).Add(segments.Word(2), Occur.MustNot).Build())
            .ShouldBeOfType<ConjunctionBulkScorer>();
        BulkScorerOf(segments, segments.PhraseOf(0, 1)).ShouldBeOfType<PhraseBulkScorer>();
    }

    [Fact]
    public void GetBulkScorer_PhraseWithSlop_IsNot()
    {
        using var segments = new WrittenSegments(Seeds.Random(), 300, allHaveText: true);
        BulkScorerOf(segments, segments.PhraseOf(0, 1).WithSlop(2)).ShouldBeOfType<DefaultBulkScorer>();
    }

    private static BulkScorer? BulkScorerOf(WrittenSegments segments, Query query) =>
        segments.Searcher.CreateWeight(segments.Searcher.Rewrite(query), ScoreMode.TopScores, boost: 1f).GetBulkScorer(segments.Searcher.Reader.Leaves[0], ScoreMode.TopScores);

    private static void Compare(WrittenSegments segments, Query query)
    {
        IndexSearcher searcher = segments.Searcher;
        ScoreDoc[] expected = HitsOfScorers(searcher, query);
        searcher.Count(query).ShouldBe(expected.Length, $"{query}");
        ScoreDoc[] ranked = [.. expected.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Doc)];
        searcher.Search(query, int.MaxValue).ScoreDocs.ShouldBe(ranked, $"{query}");
        foreach ((int n, int threshold) in ((int, int)[])[(1, 0), (10, 0), (3, 50), (10, 1000)])
        {
            TopDocs pruned = searcher.Search(query, n, threshold);
            pruned.ScoreDocs.ShouldBe(ranked.Take(n), $"top {n}, threshold {threshold} of {query}");
            if (pruned.TotalHits.IsExact) pruned.TotalHits.Value.ShouldBe(expected.Length, $"{query}");
            else pruned.TotalHits.Value.ShouldBeGreaterThan(threshold);
        }
    }

    private static ScoreDoc[] HitsOfScorers(IndexSearcher searcher, Query query)
    {
        Weight weight = searcher.CreateWeight(searcher.Rewrite(query), ScoreMode.Complete, boost: 1f);
        var hits = new List<ScoreDoc>();
        foreach (LeafReaderContext leaf in searcher.Reader.Leaves)
        {
            if (weight.GetScorer(leaf) is not { } scorer) continue;
            for (int doc = scorer.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = scorer.NextDoc())
            {
                if (leaf.Reader.LiveDocs is not { } live || live[doc]) hits.Add(new ScoreDoc(leaf.DocBase + doc, scorer.Score()));
            }
        }

        return [.. hits];
    }
}

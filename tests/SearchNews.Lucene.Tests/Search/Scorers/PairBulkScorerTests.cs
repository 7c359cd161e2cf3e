using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Scorers;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Tests.Index;

namespace SearchNews.Lucene.Tests.Search.Scorers;

public sealed class PairBulkScorerTests
{
    private const int MaxDoc = 64_000;

    private static readonly SimScorer Scorer =
        new BM25Similarity().CreateScorer(1f, new CollectionStatistics("body", MaxDoc, MaxDoc, 20L * MaxDoc, 18L * MaxDoc), new TermStatistics(new Term("body", "w"), 3000, 4000));

    [Fact]
    public void For_TwoClauses_ChoosesByHowFrequentTheyAre()
    {
        ImpactTierClause rare = Clause(999);
        ImpactTierClause dense = Clause(1000);

        PairBulkScorer.For(dense, Clause(2000)).ShouldBeOfType<DensePairBulkScorer>();
        PairBulkScorer.For(rare, dense).ShouldBeOfType<ListPairBulkScorer>();
        PairBulkScorer.For(dense, rare).ShouldBeOfType<ListPairBulkScorer>();
        PairBulkScorer.For(rare, rare).ShouldBeNull();
        PairBulkScorer.For(dense, new TermWindowClause()).ShouldBeNull();
    }

    /// <summary>As long as the more frequent term reaches the score by itself, its documents have to be walked.</summary>
    [Fact]
    public void CanScore_HighestScoreOfOneTerm_IsNotEnough()
    {
        ImpactTierClause dense = Clause(1000);
        PairBulkScorer scorer = PairBulkScorer.For(Clause(999), dense).ShouldNotBeNull();

        scorer.CanScore(dense.Scores.MaxScore).ShouldBeFalse();
        scorer.CanScore(float.BitIncrement(dense.Scores.MaxScore)).ShouldBeTrue();
    }

    private static ImpactTierClause Clause(int count)
    {
        byte[] norms = [.. Enumerable.Range(0, MaxDoc).Select(doc => (byte)(5 + (doc % 20)))];
        var postings = new ListedPostings([.. Enumerable.Range(0, count).Select(i => i * 3)], [.. Enumerable.Range(0, count).Select(i => 1 + (i % 3))]);
        return new ImpactTierClause().Set(ImpactTiersBuilder.Build(postings, norms, Scorer).ShouldNotBeNull(), Scorer);
    }
}

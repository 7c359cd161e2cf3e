using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Tests.Search.Scorers;

public sealed class EssentialTiersTests
{
    /// <summary>Whatever is chosen, the tiers left out cannot lift a document to the lowest score among them.</summary>
    [Fact]
    public void Choose_AnyClauses_LeavesOutWhatStaysBelowTheLowestScore()
    {
        var essential = new EssentialTiers();
        for (int round = 0; round < 500; round++)
        {
            Random random = Seeds.Random(round);
            WindowClause[] clauses = [.. Enumerable.Range(0, random.Next(1, 26)).Select(_ => new TierList(random))];
            essential.Set(clauses, clauses.Length).FindBounds(0, 1000);
            for (float minScore = 0.01f; minScore < 100; minScore *= 1.5f)
            {
                essential.Choose(minScore);

                float[] rests = [.. clauses.Select((clause, i) => essential.TiersOf(i) < clause.TierCount ? clause.GetMaxScore(essential.TiersOf(i), 0, 1000) : 0)];
                ScoreBounds.OfSum(rests.Sum(rest => (double)rest), clauses.Length).ShouldBeLessThan(minScore, $"round {round}");
                essential.RestSum.ShouldBe(rests.Sum(rest => (double)rest), 1e-6);
                essential.Others.ToArray().Select(rest => rest.MaxScore).ShouldBe(rests.Where(rest => rest > 0).OrderByDescending(rest => rest));
                essential.Others.ToArray().ShouldAllBe(rest => rests[rest.Clause] == rest.MaxScore);
                int[] walked = [.. Enumerable.Range(0, clauses.Length).Where(i => essential.TiersOf(i) > 0)];
                essential.OnlyClause.ShouldBe(walked.Length == 1 ? walked[0] : -1);
            }
        }
    }

    [Fact]
    public void Choose_ScoreThatAllTogetherDoNotReach_LeavesAllOut()
    {
        Random random = Seeds.Random();
        WindowClause[] clauses = [new TierList(random), new TierList(random)];
        EssentialTiers essential = new EssentialTiers().Set(clauses, 2);
        essential.FindBounds(0, 1000);

        essential.Choose(1000);

        essential.TiersOf(0).ShouldBe(0);
        essential.TiersOf(1).ShouldBe(0);
    }

    /// <summary>A document with the most of each clause scores just what is wanted.</summary>
    [Fact]
    public void Choose_ScoreThatAllTogetherJustReach_LeavesSomeIn()
    {
        var essential = new EssentialTiers();
        for (int round = 0; round < 20_000; round++)
        {
            Random random = Seeds.Random(round);
            WindowClause[] clauses = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => new TierList(random))];
            essential.Set(clauses, clauses.Length).FindBounds(0, 1000);

            essential.Choose((float)clauses.Sum(clause => (double)clause.GetMaxScore(0, 0, 1000)));

            Enumerable.Range(0, clauses.Length).ShouldContain(i => essential.TiersOf(i) > 0, $"round {round}");
        }
    }

    private sealed class TierList : WindowClause
    {
        private readonly (float MaxScore, int Docs)[] _tiers;

        public TierList(Random random) =>
            _tiers = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (MaxScore: 10 * random.NextSingle(), Docs: random.Next(1, 100_000))).OrderByDescending(tier => tier.MaxScore)];

        public override long Cost => _tiers.Sum(tier => (long)tier.Docs);

        public override int TierCount => _tiers.Length;

        public override long CostOf(int tier) => _tiers[tier].Docs;

        public override float GetMaxScore(int tier, int from, int upTo) => _tiers[tier].MaxScore;

        public override int Advance(int target, int tiers) => throw new NotSupportedException();

        public override void AddTo(ScoreWindow window, int end) => throw new NotSupportedException();

        public override void AddTo(SumWindow window, int end, int tiers) => throw new NotSupportedException();

        public override void AddTo(ReadOnlySpan<int> docs, Span<double> sums, int tier) => throw new NotSupportedException();

        public override void MarkIn(ScoreWindow window, int end) => throw new NotSupportedException();

        public override void RemoveFrom(ScoreWindow window, int end) => throw new NotSupportedException();
    }
}

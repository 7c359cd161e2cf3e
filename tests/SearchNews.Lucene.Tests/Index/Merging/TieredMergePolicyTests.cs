using SearchNews.Lucene.Index.Merging;

namespace SearchNews.Lucene.Tests.Index.Merging;

public sealed class TieredMergePolicyTests
{
    private const long MiB = 1 << 20;
    private const long GiB = 1 << 30;

    [Fact]
    public void FindMerge_AsManyAsATierMayHave_FindsNone() => Find(3, GiB, MiB, MiB, MiB).ShouldBeEmpty();

    [Fact]
    public void FindMerge_TooMany_MergesTheSmallestWhereverTheyAre() => Find(3, GiB, MiB, 9 * MiB, 3 * MiB, 1, 8 * MiB, MiB / 2, 7 * MiB, 3 * MiB, 3 * MiB).ShouldBe([0, 3, 5]);

    [Fact]
    public void FindMerge_ResultTooLong_LeavesOutWhatDoesNotFit() => Find(3, 12 * MiB, 5 * MiB, 5 * MiB, 5 * MiB, 5 * MiB, 5 * MiB, 5 * MiB, 5 * MiB, 5 * MiB).Length.ShouldBe(2);

    [Fact]
    public void FindMerge_AllAboveHalfTheGreatest_FindsNone() => Find(2, 10 * MiB, 6 * MiB, 6 * MiB, 7 * MiB, 8 * MiB).ShouldBeEmpty();

    [Fact]
    public void FindMerge_MostlyDeleted_IsPreferred() =>
        Policy(3).FindMerge([Segment(4 * MiB), Segment(4 * MiB), Segment(4 * MiB), Segment(4 * MiB, deleted: 80), Segment(4 * MiB, deleted: 80), Segment(4 * MiB, deleted: 80)]).ShouldBe([3, 4, 5]);

    [Fact]
    public void FindMerge_OneSegmentWithMoreThanAThirdDeleted_IsRewritten()
    {
        Policy(10).FindMerge([Segment(MiB, deleted: 34)]).ShouldBe([0]);
        Policy(10).FindMerge([Segment(MiB, deleted: 33)]).ShouldBeEmpty();
        Policy(10, 10 * MiB).FindMerge([Segment(9 * MiB, deleted: 34)]).ShouldBe([0]);
    }

    [Fact]
    public void FindMerge_ManyFlushes_KeepsTheNumberOfSegmentsLogarithmicAndTheWorkLow()
    {
        TieredMergePolicy policy = new(10, long.MaxValue);
        List<long> sizes = [];
        long written = 0;
        for (int flush = 0; flush < 2_000; flush++)
        {
            sizes.Add(2 * MiB);
            for (int[] due = policy.FindMerge([.. sizes.Select(s => Segment(s))]); due.Length > 0; due = policy.FindMerge([.. sizes.Select(s => Segment(s))]))
            {
                long sum = due.Sum(i => sizes[i]);
                written += sum;
                for (int i = due.Length - 1; i >= 0; i--) sizes.RemoveAt(due[i]);
                sizes.Insert(due[0], sum);
            }
        }

        sizes.Sum().ShouldBe(4_000 * MiB);
        sizes.Count.ShouldBeLessThanOrEqualTo(4 * 10);
        (written / (double)sizes.Sum()).ShouldBeLessThan(4);
    }

    [Fact]
    public void FindMerge_RandomSegments_ComesToAnEndAndMakesNothingTooLong()
    {
        for (int round = 0; round < 200; round++)
        {
            Random random = Seeds.Random(round);
            TieredMergePolicy policy = new(random.Next(2, 12), 64 * MiB);
            List<MergeCandidate> segments = [.. Enumerable.Range(0, random.Next(60)).Select(_ => Segment(random.NextInt64(64 * MiB) >> random.Next(20), random.Next(100)))];
            int merges = 0;
            for (int[] due = policy.FindMerge([.. segments]); due.Length > 0; due = policy.FindMerge([.. segments]))
            {
                (++merges).ShouldBeLessThan(200);
                due.ShouldBe(due.Distinct().Order());
                MergeCandidate[] sources = Array.ConvertAll(due, i => segments[i]);
                (sources.Length > 1 || sources[0].DeletedCount > 0).ShouldBeTrue();
                MergeCandidate merged = new(sources.Sum(s => s.LiveBytes), sources.Sum(s => s.MaxDoc - s.DeletedCount), 0);
                merged.LiveBytes.ShouldBeLessThanOrEqualTo(64 * MiB);
                foreach (int i in due.Reverse()) segments.RemoveAt(i);
                segments.Insert(due[0], merged);
            }
        }
    }

    [Fact]
    public void FindForcedMerge_ToFewer_TakesTheNeighboursWithTheLeastBytes()
    {
        Forced(3, 9, 1, 2, 9, 9).ShouldBe(0..3);
        Forced(4, 9, 1, 2, 9, 9).ShouldBe(1..3);
        Forced(1, 9, 1).ShouldBe(0..2);
        Forced(2, 9, 1).ShouldBe(default);
        Forced(1).ShouldBe(default);
    }

    private static int[] Find(int perTier, long maxBytes, params long[] sizes) => Policy(perTier, maxBytes).FindMerge(Array.ConvertAll(sizes, s => Segment(s)));

    private static Range Forced(int maxSegments, params long[] sizes) => TieredMergePolicy.FindForcedMerge(Array.ConvertAll(sizes, s => Segment(s)), maxSegments);

    private static TieredMergePolicy Policy(int perTier, long maxBytes = GiB) => new(perTier, maxBytes);

    private static MergeCandidate Segment(long liveBytes, int deleted = 0) => new(liveBytes, 100, deleted);
}

using SearchNews.Lucene.Index.Merging;

namespace SearchNews.Lucene.Tests.Index.Merging;

public sealed class MergePolicyTests
{
    private const long MiB = 1 << 20;

    [Fact]
    public void FindMerge_FewerNeighboursThanTheFactor_FindsNone() => new MergePolicy(3, 100 * MiB).FindMerge([MiB, MiB]).ShouldBe(default);

    [Fact]
    public void FindMerge_RunOfSmallOnesBehindABigOne_LeavesTheBigOneAlone() => new MergePolicy(3, 1000 * MiB).FindMerge([500 * MiB, MiB, 1, MiB / 2]).ShouldBe(1..4);

    [Fact]
    public void FindMerge_ResultTooLong_TakesAsManyAsFit() => new MergePolicy(4, 10 * MiB).FindMerge([4 * MiB, 4 * MiB, 4 * MiB, 4 * MiB]).ShouldBe(0..2);

    [Fact]
    public void FindMerge_NothingFits_FindsNone() => new MergePolicy(2, 5 * MiB).FindMerge([4 * MiB, 4 * MiB, 4 * MiB]).ShouldBe(default);

    [Fact]
    public void FindMerge_ManyFlushes_KeepsTheNumberOfSegmentsLogarithmicAndTheWorkLow()
    {
        MergePolicy policy = new(10, long.MaxValue);
        List<long> sizes = [];
        long written = 0;
        for (int flush = 0; flush < 2_000; flush++)
        {
            sizes.Add(2 * MiB);
            for (Range due = policy.FindMerge(sizes.ToArray()); !due.Equals(default); due = policy.FindMerge(sizes.ToArray()))
            {
                (int start, int count) = due.GetOffsetAndLength(sizes.Count);
                long sum = sizes.GetRange(start, count).Sum();
                written += sum;
                sizes.RemoveRange(start, count);
                sizes.Insert(start, sum);
            }
        }

        sizes.Sum().ShouldBe(4_000 * MiB);
        sizes.Count.ShouldBeLessThan(9 * 5);
        (written / (double)sizes.Sum()).ShouldBeLessThan(4);
    }

    [Fact]
    public void FindForcedMerge_ToFewer_TakesTheNeighboursWithTheLeastBytes()
    {
        MergePolicy.FindForcedMerge([9, 1, 2, 9, 9], 3).ShouldBe(0..3);
        MergePolicy.FindForcedMerge([9, 1, 2, 9, 9], 4).ShouldBe(1..3);
        MergePolicy.FindForcedMerge([9, 1], 1).ShouldBe(0..2);
        MergePolicy.FindForcedMerge([9, 1], 2).ShouldBe(default);
        MergePolicy.FindForcedMerge([], 1).ShouldBe(default);
    }
}

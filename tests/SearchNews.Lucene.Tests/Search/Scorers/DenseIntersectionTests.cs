using SearchNews.Lucene.Search.Scorers;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Tests.Search.Scorers;

public sealed class DenseIntersectionTests
{
    [Fact]
    public void Read_AnySetsAndRange_GivesCommonDocumentsInBatches()
    {
        var intersection = new DenseIntersection();
        for (int round = 0; round < 300; round++)
        {
            Random random = Seeds.Random(round);
            int maxDoc = random.Next(1, 24_000);
            (int[] Left, int[] Right)[] pairs = [.. Enumerable.Range(0, random.Next(4)).Select(_ => (NextSet(random, maxDoc), NextSet(random, maxDoc)))];
            int[][] sets = [.. Enumerable.Range(0, random.Next(3)).Select(_ => NextSet(random, maxDoc))];
            int min = random.Next(maxDoc);
            int max = random.Next(3) == 0 ? int.MaxValue : random.Next(min, maxDoc + 200);
            intersection.Clear();
            foreach ((int[] left, int[] right) in pairs) intersection.AddPair(BitsOf(left, maxDoc), BitsOf(right, maxDoc));
            foreach (int[] set in sets) intersection.Narrow(BitsOf(set, maxDoc));

            intersection.Start(min, max);

            IEnumerable<int> common = pairs.SelectMany(pair => pair.Left.Intersect(pair.Right)).Distinct().Where(doc => sets.All(set => Array.BinarySearch(set, doc) >= 0));
            ReadAll(intersection, random.Next(64, 600)).ShouldBe([.. common.Where(doc => doc >= min && doc < max).Order()], $"round {round}: {min} to {max} of {maxDoc}");
        }
    }

    [Fact]
    public void Read_AfterNewSets_GoesOnWithThese()
    {
        const int maxDoc = 100_000;
        var intersection = new DenseIntersection();
        ReadOnlyMemory<ulong> all = BitsOf([.. Enumerable.Range(0, maxDoc)], maxDoc);
        intersection.AddPair(all, all);
        intersection.Start(5, maxDoc);
        int[] docs = new int[64];
        intersection.Read(docs).ShouldBe(59);
        docs[0].ShouldBe(5);

        intersection.Clear();
        intersection.AddPair(all, BitsOf([3, 70_000, 99_999], maxDoc));

        ReadAll(intersection, 64).Where(doc => doc > 50_000).ShouldBe([70_000, 99_999]);
    }

    [Fact]
    public void Read_EmptySet_GivesNone()
    {
        var intersection = new DenseIntersection();
        ReadOnlyMemory<ulong> all = BitsOf([1, 2, 3], 64);
        intersection.AddPair(all, default);
        intersection.AddPair(default, all);
        intersection.Start(0, 64);
        ReadAll(intersection, 64).ShouldBeEmpty();

        intersection.AddPair(all, all);
        intersection.Narrow(default);
        intersection.Narrow(all);
        intersection.Start(0, 64);
        ReadAll(intersection, 64).ShouldBeEmpty();
    }

    private static int[] NextSet(Random random, int maxDoc) => Some.SortedDocs(random, maxDoc, random.Next(1, maxDoc + 1));

    private static ReadOnlyMemory<ulong> BitsOf(int[] docs, int maxDoc) => new RankedBits(docs, maxDoc).Words;

    private static List<int> ReadAll(DenseIntersection intersection, int room)
    {
        var found = new List<int>();
        int[] batch = new int[room];
        for (int count = intersection.Read(batch); count > 0; count = intersection.Read(batch)) found.AddRange(batch[..count]);
        return found;
    }
}

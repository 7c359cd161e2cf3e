using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Tests.Search.Scorers;

public sealed class SumScanTests
{
    private delegate int Take(double[] sums, byte[] touched, ref int group, double threshold, int start, int[] docs, double[] found);

    /// <summary>Sums are whole, so that some are just as high as the threshold; groups that are not marked hold zeros.</summary>
    [Fact]
    public void Take_AnySums_IsTheSameAsOneByOne()
    {
        for (int round = 0; round < 300; round++)
        {
            Random random = Seeds.Random(round);
            int groups = 32 * random.Next(5);
            int oneIn = random.Next(1, 12);
            byte[] touched = [.. Enumerable.Range(0, groups).Select(_ => (byte)(random.Next(oneIn) == 0 ? 1 : 0))];
            double[] sums = [.. Enumerable.Range(0, groups * SumScan.GroupSize).Select(i => touched[i / SumScan.GroupSize] * (double)random.Next(10))];
            int threshold = random.Next(1, 12);
            int start = random.Next(1 << 20);
            int room = SumScan.MinRoom + random.Next(2 * SumScan.MinRoom);
            (int[] Docs, double[] Sums) expected = TakeAll(SumScan.TakePlain, [.. sums], [.. touched], threshold, start, room);

            (int[] Docs, double[] Sums) taken = TakeAll(SumScan.Take, sums, touched, threshold, start, room);

            taken.Docs.ShouldBe(expected.Docs);
            taken.Sums.ShouldBe(expected.Sums);
        }
    }

    [Fact]
    public void TakePlain_SomeSums_TakesThoseAtOrAboveTheThreshold()
    {
        double[] sums = new double[32 * SumScan.GroupSize];
        byte[] touched = new byte[32];
        (sums[1], sums[2], sums[3], sums[9]) = (3, 2, 2.5, 7);
        (touched[0], touched[1]) = (1, 1);

        (int[] docs, double[] found) = TakeAll(SumScan.TakePlain, sums, touched, 2.5, 100, SumScan.MinRoom);

        docs.ShouldBe([101, 103, 109]);
        found.ShouldBe([3, 2.5, 7]);
    }

    private static (int[] Docs, double[] Sums) TakeAll(Take take, double[] sums, byte[] touched, double threshold, int start, int room)
    {
        var allDocs = new List<int>();
        var allSums = new List<double>();
        int[] docs = new int[room];
        double[] found = new double[room];
        int group = 0;
        do
        {
            int count = take(sums, touched, ref group, threshold, start, docs, found);
            allDocs.AddRange(docs.AsSpan(0, count));
            allSums.AddRange(found.AsSpan(0, count));
        }
        while (group < touched.Length);

        sums.ShouldAllBe(sum => sum == 0);
        touched.ShouldAllBe(mark => mark == 0);
        return ([.. allDocs], [.. allSums]);
    }
}

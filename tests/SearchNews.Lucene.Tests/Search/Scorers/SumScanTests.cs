using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Tests.Search.Scorers;

public sealed class SumScanTests
{
    /// <summary>Sums are whole, so that some are just as high as the threshold.</summary>
    [Fact]
    public void Take_AnySums_IsTheSameAsOneByOne()
    {
        for (int round = 0; round < 300; round++)
        {
            Random random = Seeds.Random(round);
            double[] sums = [.. Enumerable.Range(0, 8 * random.Next(20)).Select(_ => (double)random.Next(10))];
            int threshold = random.Next(1, 12);
            int start = random.Next();
            (int[] Docs, double[] Sums) expected = Take(SumScan.TakePlain, [.. sums], threshold, start);

            (int[] Docs, double[] Sums) taken = Take(SumScan.Take, sums, threshold, start);

            taken.Docs.ShouldBe(expected.Docs);
            taken.Sums.ShouldBe(expected.Sums);
        }
    }

    [Fact]
    public void TakePlain_SomeSums_TakesThoseAtOrAboveTheThreshold()
    {
        (int[] docs, double[] sums) = Take(SumScan.TakePlain, [0, 3, 2, 2.5, 0, 0, 9, 1], 2.5, 100);

        docs.ShouldBe([101, 103, 106]);
        sums.ShouldBe([3, 2.5, 9]);
    }

    private static (int[] Docs, double[] Sums) Take(Func<double[], double, int, int[], double[], int> take, double[] sums, double threshold, int start)
    {
        int[] docs = new int[sums.Length];
        double[] found = new double[sums.Length];
        int count = take(sums, threshold, start, docs, found);
        sums.ShouldAllBe(sum => sum == 0);
        return (docs[..count], found[..count]);
    }
}

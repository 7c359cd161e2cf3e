using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Tests.Search.Scorers;

public sealed class BlockIntersectionTests
{
    private const int MaxDoc = 1 << 20;

    /// <summary>Runs one after the other, as dense and as sparse as they come, by one matcher, whose table keeps what earlier runs left.</summary>
    [Theory]
    [InlineData(130, 130)]
    [InlineData(300, 4000)]
    [InlineData(20_000, 300)]
    [InlineData(5000, 5000)]
    [InlineData(MaxDoc, 16_384)]
    public void Match_RunsOfAllDensities_FindsWhatBothHave(int range, int otherRange)
    {
        Random random = Seeds.Random(range);
        var matcher = new BlockIntersection();
        for (int round = 0; round < 400; round++)
        {
            int start = random.Next(MaxDoc);
            int[] docs = Run(random, start, range);
            int[] run = Run(random, start, otherRange);
            byte[] found = new byte[docs.Length];
            byte[] places = new byte[docs.Length];

            int count = matcher.Match(docs, run, found, places);

            int[] common = [.. docs.Intersect(run)];
            found.Take(count).Select(i => docs[i]).ShouldBe(common);
            places.Take(count).Select(i => run[i]).ShouldBe(common);
        }
    }

    [Fact]
    public void Match_EmptyRun_FindsNothing()
    {
        var matcher = new BlockIntersection();
        matcher.Match([], [1, 2], [], []).ShouldBe(0);
        matcher.Match([1, 2], [], new byte[2], new byte[2]).ShouldBe(0);
    }

    [Fact]
    public void Match_DocumentOfLongerRunBefore_IsNotFoundAgain()
    {
        var matcher = new BlockIntersection();
        int[] docs = [.. Enumerable.Range(0, 20)];
        byte[] found = new byte[20];
        matcher.Match(docs, docs, found, new byte[20]).ShouldBe(20);
        matcher.Match(docs, [0, 2], found, new byte[20]).ShouldBe(2);
        found.Take(2).ShouldBe([(byte)0, (byte)2]);
    }

    private static int[] Run(Random random, int start, int range)
    {
        int[] run = Some.SortedDocs(random, range, random.Next(1, Math.Min(128, range) + 1));
        return [.. run.Select(doc => start + doc)];
    }
}

using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Tests.Search.Scorers;

public sealed class TierFilterTests
{
    private const int MaxDoc = 5000;

    [Fact]
    public void Keep_AnyCodes_KeepsWhatPassesOrIsInTheTier()
    {
        for (int round = 0; round < 100; round++)
        {
            Random random = Seeds.Random(round);
            int[] all = Some.SortedDocs(random, MaxDoc, random.Next(4, MaxDoc));
            int[] high = [.. all.Where(_ => random.Next(8) == 0)];
            var bits = new TierBits([Tier(high), Tier(all)], MaxDoc);
            int[] needed = [.. Enumerable.Range(0, 256).Select(_ => random.Next(-1, 3))];
            TierFilter filter = new TierFilter().Set(bits);
            for (int code = 0; code < needed.Length; code++)
            {
                if (needed[code] < 0) filter.Pass(code);
                else filter.Require(code, needed[code]);
            }

            int[] docs = Some.SortedDocs(random, MaxDoc, random.Next(1, 600));
            byte[] codes = new byte[docs.Length];
            random.NextBytes(codes);
            int[] kept = new int[docs.Length];
            byte[] keptCodes = new byte[docs.Length];

            int count = filter.Keep(docs, codes, kept, keptCodes);

            (int Doc, byte Code)[] expected = [.. docs.Zip(codes).Where(pair => needed[pair.Second] < 0 || (needed[pair.Second] == 2 ? all : high).Contains(pair.First))];
            kept[..count].Zip(keptCodes).ShouldBe(expected, $"round {round}");
        }
    }

    [Fact]
    public void Keep_DocumentBehindTheBits_Throws()
    {
        TierFilter filter = new TierFilter().Set(new TierBits([Tier([1, 2])], 64));
        filter.Require(0, 1);
        filter.Keep([1, 63], [0, 0], new int[2], new byte[2]).ShouldBe(1);
        filter.Keep([], [], [], []).ShouldBe(0);
        Should.Throw<ArgumentOutOfRangeException>(() => filter.Keep([1, 64], [0, 0], new int[2], new byte[2]));
        Should.Throw<ArgumentOutOfRangeException>(() => filter.Keep([-1, 3], [0, 0], new int[2], new byte[2]));
    }

    private static ImpactTier Tier(int[] docs) => new([.. docs, int.MaxValue], new byte[docs.Length], 0, 1);
}

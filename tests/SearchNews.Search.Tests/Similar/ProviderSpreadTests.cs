using SearchNews.Search.Similar;

namespace SearchNews.Search.Tests.Similar;

public sealed class ProviderSpreadTests
{
    [Fact]
    public void Of_OneProvider_EndsAfterTwo() => Spread("a1 a2 a3 a4 a5").ShouldBe("a1 a2");

    [Fact]
    public void Of_NoProvider_IsNotLimited() => Spread("-1 -2 -3 -4 a1 a2 a3 -5").ShouldBe("-1 -2 -3 -4 a1 a2 -5");

    [Fact]
    public void Of_TooManyOfOne_WaitForTheNextTen() =>
        Spread("a1 a2 a3 b1 b2 c1 c2 d1 d2 e1 e2 e3 f1 a4").ShouldBe("a1 a2 b1 b2 c1 c2 d1 d2 e1 e2 a3 e3 f1 a4");

    [Fact]
    public void Of_RandomHits_EqualsTakingTheBestThatFitsEachTime()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 300; round++)
        {
            int providers = random.Next(1, 12);
            string[] hits = [.. Enumerable.Range(0, random.Next(0, 80)).Select(i => $"{"-abcdefghijkl"[random.Next(providers)]}{i}")];
            var left = new List<string>(hits);
            var naive = new List<string>();
            while (true)
            {
                string[] ten = [.. naive.Skip(naive.Count / 10 * 10)];
                string? best = left.Find(hit => hit[0] == '-' || ten.Count(other => other[0] == hit[0]) < 2);
                if (best is null) break;
                naive.Add(best);
                left.Remove(best);
            }

            ProviderSpread.Of(hits, ProviderOf).ShouldBe(naive, string.Join(' ', hits));
        }
    }

    private static string Spread(string hits) => string.Join(' ', ProviderSpread.Of(hits.Split(' '), ProviderOf));

    private static string? ProviderOf(string hit) => hit[0] == '-' ? null : hit[..1];
}

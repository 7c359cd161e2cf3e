using SearchNews.Search.Requests;
using SearchNews.Search.Suggesting;

namespace SearchNews.Search.Tests.Suggesting;

public sealed class PrefixEditsTests
{
    [Fact]
    public void BeginsNearly_AnyTwoWords_EqualsTheDistanceOfSomeBeginning()
    {
        int seed = Environment.TickCount;
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++)
        {
            string typed = "x" + Letters(random, random.Next(1, 6));
            string word = "x" + Letters(random, random.Next(0, 8));
            bool expected = Enumerable.Range(1, word.Length).Any(length => NearestName.Distance(word[..length], typed) <= 1);

            PrefixEdits.BeginsNearly(word, typed).ShouldBe(expected, $"seed {seed}: '{word}', '{typed}'");
        }
    }

    [Fact]
    public void BeginsNearly_AnotherFirstLetter_IsNoEdit() => PrefixEdits.BeginsNearly("kubernetes", "gubernetes").ShouldBeFalse();

    private static string Letters(Random random, int count) => new([.. Enumerable.Range(0, count).Select(_ => (char)('a' + random.Next(3)))]);
}

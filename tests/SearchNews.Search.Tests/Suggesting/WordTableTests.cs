using SearchNews.Articles;
using SearchNews.Search.Suggesting;

namespace SearchNews.Search.Tests.Suggesting;

public sealed class WordTableTests
{
    [Fact]
    public void MostFrequent_AnyRange_EqualsSorting()
    {
        int seed = Environment.TickCount;
        var random = new Random(seed);
        Article[] articles = SomeArticles.Many(random, 80);
        using TestIndex index = TestIndex.Of(articles, segments: 3);
        WordTable words = WordTable.Read(index.Snapshot.Reader);

        for (int from = 0; from <= words.Count; from++)
        {
            int to = random.Next(from, words.Count + 1);
            words.MostFrequent(from, to).ShouldBe(Enumerable.Range(from, to - from).OrderByDescending(words.DocFreq), $"seed {seed}, {from} to {to}");
        }
    }

    [Fact]
    public void BeginningWith_Letters_IsTheRangeOfThoseWords()
    {
        using TestIndex index = TestIndex.Of(SomeArticles.Titled("1", "café cafe cart c# the dog dog's Éclair"));
        WordTable words = WordTable.Read(index.Snapshot.Reader);

        Of(words, "caf").ShouldBe(["cafe", "café"]);
        Of(words, "ecl").ShouldBe(["éclair"]);
        Of(words, "dog").ShouldBe(["dog"]);
        Of(words, "the").ShouldBeEmpty();
        Of(words, "zz").ShouldBeEmpty();
        Of(words, "").Count().ShouldBe(words.Count);
        words.SpelledAs("cafe").ShouldBe(["cafe", "café"]);
        words.SpelledAs("caf").ShouldBeEmpty();
        Enumerable.Range(0, words.Count).ShouldAllBe(word => words.Find(words[word]) == word);
        words.Find("the").ShouldBe(-1);
        words.Find("ca").ShouldBe(-1);
    }

    private static IEnumerable<string> Of(WordTable words, string prefix)
    {
        (int from, int to) = words.BeginningWith(prefix);
        return Enumerable.Range(from, to - from).Select(word => words[word]);
    }
}

using System.Diagnostics;
using SearchNews.Search.QuerySyntax;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Tests.QuerySyntax;

public sealed class EveryTextIsAnsweredTests : IDisposable
{
    // Far above what any text takes, for machines with other work; an answer is to be there within the time of a request.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    private readonly TestIndex _index = TestIndex.Of(SomeArticles.Many(Seeds.Of(Seeds.Default, 7), 60), segments: 2);

    public void Dispose() => _index.Dispose();

    [Fact]
    public void Parse_RandomAndMutatedTexts_NeverThrowsAndStaysBounded()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < LongTier.Rounds(fast: 20_000, full: 1_000_000); round++)
        {
            string text = round % 2 == 0 ? RandomTexts.Any(random) : RandomTexts.Mutated(random);
            UserQuery query = UserQueryParser.Parse(text);
            query.Warnings.Count.ShouldBeLessThan(100, text);
        }
    }

    [Fact]
    public void Search_RandomAndMutatedTexts_IsAnswered()
    {
        Random random = Seeds.Random(1);
        string[] profiles = ["balanced", "classic", "none"];
        (TimeSpan Took, string Text) slowest = default;
        for (int round = 0; round < LongTier.Rounds(fast: 1500, full: 1_000_000); round++)
        {
            string text = round % 2 == 0 ? RandomTexts.Any(random) : RandomTexts.Mutated(random);
            var request = new SearchRequest { Query = text, Match = (MatchPolicy)random.Next(3), Profile = profiles[random.Next(3)], Explain = random.Next(20) == 0 ? 2 : 0 };
            long started = Stopwatch.GetTimestamp();
            SearchResponse response = _index.Search(request);
            TimeSpan took = Stopwatch.GetElapsedTime(started);
            if (took > slowest.Took) slowest = (took, text);
            if (response.Total.Articles is < 0 or > 60) response.Total.Articles.ShouldBeInRange(0, 60, text);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"slowest: {slowest}");
        slowest.Took.ShouldBeLessThan(Deadline, slowest.Text);
    }

    [Theory]
    [InlineData('a')]
    [InlineData('(')]
    [InlineData('"')]
    [InlineData('-')]
    [InlineData('*')]
    [InlineData('~')]
    [InlineData(':')]
    [InlineData('\uD83D')]
    [InlineData('\u4F60')]
    public void Search_OneCharacterRepeated_IsAnsweredQuickly(char c)
    {
        long started = Stopwatch.GetTimestamp();
        foreach (string profile in (string[])["balanced", "classic"]) _index.Search(new SearchRequest { Query = new string(c, 500), Profile = profile });
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Search_PunctuatedWordOfManyTokens_IsAnswered()
    {
        // One word for the parser, 1,500 for the analyzer, more than a boolean query may hold.
        string word = string.Join(',', Enumerable.Range(0, 1500).Select(i => $"w{i}x"));
        foreach (string profile in (string[])["balanced", "classic"])
        {
            SearchResponse response = _index.Search(new SearchRequest { Query = word, Profile = profile });
            response.Total.Articles.ShouldBe(0);
            _index.Search(new SearchRequest { Query = $"azure OR ({word})", Profile = profile }).Total.Articles.ShouldBeGreaterThan(0);
        }
    }

    [Theory]
    [InlineData("!!!")]
    [InlineData("\"!!!\"")]
    [InlineData("\u2014")]
    [InlineData("(\u2014) OR (\u2014)")]
    [InlineData("()")]
    public void Search_NoWordAtAll_FindsNothingAndSaysSo(string text)
    {
        SearchResponse response = _index.Search(text);
        response.Total.Articles.ShouldBe(0);
        response.Meta.Warnings.ShouldContain("The query has no word to search for.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \t ")]
    public void Search_BlankText_ListsEverythingNewestFirst(string? text)
    {
        SearchResponse response = _index.Search(new SearchRequest { Query = text, Size = 60 });
        response.Total.Articles.ShouldBe(60);
        response.Hits.ShouldAllBe(h => h.Score == null);
        response.Hits.Select(h => h.PublishedDateTime ?? DateTimeOffset.MinValue).ShouldBe(response.Hits.Select(h => h.PublishedDateTime ?? DateTimeOffset.MinValue).OrderDescending());
        response.Meta.Warnings.ShouldBeEmpty();
    }
}

using SearchNews.Articles;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Tests.Stories;

public sealed class StoryGrouperTests
{
    private static readonly DateTimeOffset Day = new(2021, 8, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Group_RandomArticles_IsTheRuleWordByWord()
    {
        for (int round = 0; round < 30; round++)
        {
            Random random = Seeds.Random(round);
            Article[] articles = Draw(random, 150, days: random.Next(2, 40));
            Lines(StoryGrouper.Group(new MemoryTimeline(articles, MemoryTimeline.Count(articles)))).ShouldBe(new NaiveStories(articles).Group(articles), $"round {round}");
        }
    }

    [Fact]
    public void Regroup_RandomEdits_IsWhatGroupingEverythingGives()
    {
        int stories = 0;
        for (int round = 0; round < 40; round++)
        {
            Random random = Seeds.Random(100 + round);
            int days = random.Next(2, 90);
            List<Article> articles = [.. Draw(random, random.Next(200), days)];
            StemTable table = MemoryTimeline.Count(articles);
            StoryGroups groups = StoryGrouper.Group(new MemoryTimeline(articles, table));
            for (int batch = 0; batch < 12; batch++)
            {
                Edit(random, articles, groups, table, days);
                string[] whole = Lines(StoryGrouper.Group(new MemoryTimeline(articles, table)));
                Lines(groups).ShouldBe(whole, $"round {round}, batch {batch}");
                stories += whole.Length;
            }
        }

        stories.ShouldBeGreaterThan(2_000, "too few stories; this test proves little");
    }

    [Fact]
    public void Regroup_OneOfMany_LooksAtItsDaysOnly()
    {
        Random random = Seeds.Random();
        List<Article> articles = [.. Draw(random, 3_000, days: 600)];
        StemTable table = MemoryTimeline.Count(articles);
        StoryGroups groups = StoryGrouper.Group(new MemoryTimeline(articles, table));
        Article gone = articles[1_500];
        articles.RemoveAt(1_500);
        groups.Forget(gone.Id);
        var timeline = new MemoryTimeline(articles, table);
        StoryGrouper.Regroup(timeline, groups, gone.PublishedAt is { } date ? [date.ToUnixTimeMilliseconds()] : []);
        timeline.Weighed.ShouldBeLessThan(400);
        Lines(groups).ShouldBe(Lines(StoryGrouper.Group(new MemoryTimeline(articles, table))));
    }

    [Fact]
    public void Group_ChainOfLikeness_EndsThreeDaysAfterTheFirst()
    {
        // Each is like the one before, a day apart; only what is near the first is of its story.
        Article[] chain = [.. Enumerable.Range(0, 8).Select(i => Told($"a{i}", "comet glacier orchid violin", i))];
        Groups([.. chain.Select((a, i) => a with { Title = $"{a.Title} w{i}" }), .. Noise()]).ShouldBe(["a0 a1 a2 a3", "a4 a5 a6 a7"]);
    }

    [Fact]
    public void Group_SameTitle_IsJoinedForFiveDaysWhateverTheExcerpt()
    {
        Article[] same = [.. Enumerable.Range(0, 8).Select(i => Told($"a{i}", "The Comet!", i) with { Excerpt = $"one{i} two{i} three{i} four{i} five{i} six{i}" })];
        Groups([.. same, .. Noise()]).ShouldBe(["a0 a1 a2 a3 a4 a5", "a6 a7"]);
    }

    [Fact]
    public void Group_MoreThanAStoryTakes_StartsAnother()
    {
        string[] stories = Groups([.. Enumerable.Range(0, 120).Select(i => Told($"a{i:D3}", "comet glacier", i / 100.0)), .. Noise()]);
        stories.Select(s => s.Split(' ').Length).ShouldBe([50, 50, 20]);
    }

    [Fact]
    public void Group_WithoutDateOrWords_StandsAlone()
    {
        Article[] undated = [Told("a", "comet glacier", 0) with { PublishedAt = null }, Told("b", "comet glacier", 0), Told("c", "", 0), Told("d", "", 0), Told("e", "the of", 0), Told("f", "the of", 0)];
        Groups([.. undated, .. Noise()]).ShouldBeEmpty();
    }

    [Fact]
    public void Group_OtherOrderOfArticles_IsTheSame()
    {
        Random random = Seeds.Random();
        Article[] articles = Draw(random, 400, days: 30);
        string[] expected = Groups(articles);
        expected.Length.ShouldBeGreaterThan(20);
        random.Shuffle(articles);
        Groups(articles).ShouldBe(expected);
    }

    /// <summary>As lines that can be compared: see <see cref="NaiveStories.Group"/>.</summary>
    internal static string[] Lines(StoryGroups groups) => [.. groups.ToStories().Select(s => string.Join(' ', s.Value.Prepend(s.Key)))];

    /// <summary>Articles of few words that tell of few events, many of them like others, with a few dates in common.</summary>
    internal static Article[] Draw(Random random, int count, int days) => [.. Enumerable.Range(0, count).Select(i => One(random, $"a{i:D4}", days))];

    internal static Article One(Random random, string id, int days)
    {
        string title = SomeArticles.Text(random, random.Next(0, 4));
        return SomeArticles.Titled(id, title, random.Next(4) == 0 ? "" : SomeArticles.Text(random, random.Next(1, 7))) with
        {
            PublishedAt = random.Next(15) == 0 ? null : random.Next(2) == 0 ? Day.AddDays(random.Next(days)) : Day.AddMinutes(random.Next(days * 1440)),
        };
    }

    private static void Edit(Random random, List<Article> articles, StoryGroups groups, StemTable table, int days)
    {
        var dates = new List<long>();
        void Note(Article article)
        {
            groups.Forget(article.Id);
            if (article.PublishedAt is { } date) dates.Add(date.ToUnixTimeMilliseconds());
        }

        for (int edits = random.Next(1, 9); edits > 0; edits--)
        {
            string id = $"a{random.Next(260):D4}";
            int at = articles.FindIndex(a => a.Id == id);
            if (at >= 0)
            {
                Note(articles[at]);
                articles.RemoveAt(at);
            }

            if (at >= 0 && random.Next(3) == 0) continue;
            Article article = One(random, id, days);
            Note(article);
            articles.Add(article);
        }

        dates.Sort();
        StoryGrouper.Regroup(new MemoryTimeline(articles, table), groups, dates);
    }

    private static string[] Groups(Article[] articles) => Lines(StoryGrouper.Group(new MemoryTimeline(articles, MemoryTimeline.Count(articles))));

    private static Article Told(string id, string title, double day) => SomeArticles.Titled(id, title) with { PublishedAt = Day.AddDays(day) };

    // Other articles, long before, that make the words of a test rare.
    private static IEnumerable<Article> Noise() => Enumerable.Range(0, 200).Select(i => Told($"n{i}", $"noise{i} more{i}", -1_000 + i));
}

using SearchNews.Articles;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Tests.Stories;

public sealed class StoryAnswersTests : IDisposable
{
    private static readonly DateTimeOffset Day = new(2021, 8, 20, 0, 0, 0, TimeSpan.Zero);

    private readonly TestIndex _index;

    public StoryAnswersTests()
    {
        var groups = new StoryGroups();
        foreach (string id in new[] { "m1", "m2", "m3" }) groups.Set(id, "m0");
        groups.Set("s1", "s0");
        _index = TestIndex.Of(
            [
                Told("m0", 0, heat: -1, quality: 90, "nasa.gov", "Space"),
                Told("m1", 1, heat: 60, quality: 10, "esa.int"),
                Told("m2", 1, heat: 0, quality: 30, "nasa.gov"),
                Told("m3", 2, heat: null, quality: 99, null),
                Told("s0", -3, heat: -1, quality: null, "blog.example", "Music"),
                Told("s1", -2, heat: null, quality: null, null, "Music"),
                Told("alone", 5, heat: 400, quality: 0, "esa.int", "Space"),
                Told("undated", null, heat: null, quality: null, null),
            ],
            segments: 3,
            groups);
    }

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("m0")]
    [InlineData("m3")]
    public async Task FindStory_OfSeveral_LeaderFirstThenByDate(string id)
    {
        StoryResponse story = (await _index.Backend.FindStoryAsync(id, TestContext.Current.CancellationToken)).ShouldNotBeNull();

        // m2 has heat 0 or more and the higher quality of the two that do.
        (story.Id, story.Leader, story.Size).ShouldBe(("m0", "m2", 4));
        story.Articles.Select(a => a.Id).ShouldBe(["m2", "m0", "m1", "m3"]);
        (story.First, story.Last).ShouldBe((Day, Day.AddDays(2)));
        story.Providers.ShouldBe(["nasa.gov", "esa.int"]);
        story.Articles.ShouldAllBe(a => a.Story!.Id == "m0" && a.Story.Size == 4 && a.Score == null);
    }

    [Fact]
    public async Task FindStory_NoneLeadsByHeat_EarliestOfEqualsLeads() =>
        (await _index.Backend.FindStoryAsync("s1", TestContext.Current.CancellationToken))!.Leader.ShouldBe("s0");

    [Fact]
    public async Task FindStory_Alone_IsAStoryOfOne()
    {
        StoryResponse story = (await _index.Backend.FindStoryAsync("undated", TestContext.Current.CancellationToken)).ShouldNotBeNull();
        (story.Id, story.Leader, story.Size, story.First, story.Last).ShouldBe(("undated", "undated", 1, null, null));
        story.Articles.ShouldHaveSingleItem().Story.ShouldBeNull();
    }

    [Fact]
    public async Task FindStory_UnknownId_IsNull() => (await _index.Backend.FindStoryAsync("nothing", TestContext.Current.CancellationToken)).ShouldBeNull();

    [Fact]
    public async Task FindArticle_OfAStory_NamesIt()
    {
        (await _index.Backend.FindArticleAsync("s1", TestContext.Current.CancellationToken))!.Story!.Id.ShouldBe("s0");
        (await _index.Backend.FindArticleAsync("alone", TestContext.Current.CancellationToken))!.Story.ShouldBeNull();
    }

    [Fact]
    public async Task GetInfo_CountsStoriesOfOneToo() => (await _index.Backend.GetInfoAsync(TestContext.Current.CancellationToken)).Stories.ShouldBe(4);

    [Theory]
    [InlineData(StorySort.Coverage, null, new string[0], "m0 s0 alone undated", 8)]
    [InlineData(StorySort.Newest, null, new string[0], "alone m0 s0 undated", 8)]
    [InlineData(StorySort.Coverage, 2, new string[0], "m0 alone", 2)]
    [InlineData(StorySort.Newest, null, new[] { "space" }, "alone m0", 2)]
    [InlineData(StorySort.Newest, null, new[] { "-music", "-space" }, "m0 undated", 4)]
    public async Task ListStories_FilterAndSort_WholeStoriesOfWhatPasses(StorySort sort, int? sinceDay, string[] topics, string expected, int articles)
    {
        var request = new StoriesRequest { Sort = sort, Filter = new ArticleFilter { From = sinceDay is { } day ? Day.AddDays(day) : null, Topics = topics } };
        StoriesResponse response = await _index.Backend.ListStoriesAsync(request, TestContext.Current.CancellationToken);
        string[] ids = expected.Split(' ');
        response.Hits.Select(s => s.Id).ShouldBe(ids);
        response.Total.ShouldBe(new TotalHits(ids.Length, articles, true));
        response.Hits.Single(s => s.Id == ids[0]).Articles.Count.ShouldBe(ids[0] == "m0" ? 4 : 1);
    }

    [Fact]
    public async Task ListStories_Pages_AreTheListCutUp()
    {
        StoriesResponse second = await _index.Backend.ListStoriesAsync(new StoriesRequest { Page = 2, Size = 3 }, TestContext.Current.CancellationToken);
        second.Hits.Select(s => s.Id).ShouldBe(["undated"]);
        (second.Page, second.Size, second.Total.Stories).ShouldBe((2, 3, 4));
    }

    [Fact]
    public async Task FindSimilar_ForReaders_OneAStoryAndNoneOfItsOwn()
    {
        var groups = new StoryGroups();
        groups.Set("b", "a");
        groups.Set("d", "c");
        using TestIndex index = TestIndex.Of(
            [.. "abcde".Select(c => Told($"{c}", 0, null, null, null)), .. Enumerable.Range(0, 40).Select(i => SomeArticles.Titled($"n{i}", $"noise{i}"))], stories: groups);
        SimilarResponse similar = (await index.Backend.FindSimilarAsync(new SimilarRequest("a"), TestContext.Current.CancellationToken))!;
        similar.Hits.Select(h => h.Id).ShouldBe(["c", "e"]);
        (similar.Hits[0].Story!.Id, similar.Hits[0].Story!.Size).ShouldBe(("c", 2));
        SimilarResponse all = (await index.Backend.FindSimilarAsync(new SimilarRequest("a", IncludeStory: true), TestContext.Current.CancellationToken))!;
        all.Hits.Select(h => h.Id).ShouldBe(["b", "c", "d", "e"]);
    }

    private static Article Told(string id, double? day, double? heat, double? quality, string? provider, params string[] topics) => SomeArticles.Titled(id, $"Comet over {id}", "Glacier and comet") with
    {
        PublishedAt = day is { } days ? Day.AddDays(days) : null,
        Heat = heat,
        Quality = quality,
        Provider = provider is null ? null : new ArticleProvider(provider, provider),
        Topics = topics,
    };
}

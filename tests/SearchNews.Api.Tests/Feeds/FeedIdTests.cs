using SearchNews.Api.Feeds;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Tests.Feeds;

/// <summary>What a reader knows an item by.</summary>
public sealed class FeedIdTests
{
    /// <summary>Computed with another program's SHA-256.</summary>
    private const string Expected = "urn:uuid:58b7b6ae-f568-875f-8c91-e90d7f506740";

    [Fact]
    public void Id_OfStory_IsNeitherOfTheLeaderNorItsTextNorTheHost()
    {
        var story = new StoryInfo("first", 2, []);
        string id = ItemOf(new SearchHit { Id = "first", Title = "Old", Story = story }).Id;
        ItemOf(new SearchHit { Id = "second", Title = "New", Url = "https://x.example/", Story = story }, "https://other.example").Id.ShouldBe(id);
        ItemOf(new SearchHit { Id = "first" }).Id.ShouldBe(id, "an article that is alone is a story of its own id");
        ItemOf(new SearchHit { Id = "second" }).Id.ShouldNotBe(id, StringComparer.Ordinal);
    }

    [Fact]
    public void Id_Ungrouped_IsOfTheArticle()
    {
        var story = new StoryInfo("first", 2, []);
        string first = ItemOf(new SearchHit { Id = "first", Story = story }, grouping: HitGrouping.None).Id;
        ItemOf(new SearchHit { Id = "second", Story = story }, grouping: HitGrouping.None).Id.ShouldNotBe(first, StringComparer.Ordinal);
        ItemOf(new SearchHit { Id = "first" }, grouping: HitGrouping.Story).Id.ShouldNotBe(first, StringComparer.Ordinal);
    }

    [Fact]
    public void Id_Written_IsForGood() =>
        FeedUrn.OfStory("2021-09-30-ai-improves-precision").ShouldBe(Expected, "readers would show every item once more");

    [Fact]
    public async Task Id_ArticleUpdated_StaysWhileTheTextChanges()
    {
        await using LiveIndex index = await LiveIndex.StartAsync();
        foreach (string extension in FeedChecks.Extensions)
        {
            ApiAnswer before = await index.Server.GetAsync($"/v1/search.{extension}?q=moon");
            before.ShouldBeFeed(extension);
            (await index.Server.AdminAsync(HttpMethod.Put, "/articles/plain", LiveIndex.Article("Another by " + extension))).Status.ShouldBe(System.Net.HttpStatusCode.OK);
            ApiAnswer after = await index.Server.GetAsync($"/v1/search.{extension}?q=moon", ("If-None-Match", before.Header("ETag")));
            after.ShouldBeFeed(extension);
            after.Body.ShouldContain("Another by " + extension);
            FeedChecks.IdsOf(after.Body, extension).ShouldBe(FeedChecks.IdsOf(before.Body, extension));
        }
    }

    [Fact]
    public async Task Get_FewArticlesHaveAllWords_IsNotRelaxed()
    {
        await using LiveIndex index = await LiveIndex.StartAsync();
        (await index.Server.GetAsync("/v1/search?q=plain+moon")).ShouldBeJson().GetProperty("hits").GetArrayLength().ShouldBe(2);
        FeedChecks.IdsOf((await index.Server.GetAsync("/v1/search.rss?q=plain+moon")).Body, "rss").Length.ShouldBe(1);
        FeedChecks.IdsOf((await index.Server.GetAsync("/v1/search.rss?q=plain+moon&match=any")).Body, "rss").Length.ShouldBe(2);
    }

    private static FeedItem ItemOf(SearchHit hit, string host = "http://localhost", HitGrouping grouping = HitGrouping.Story)
    {
        var response = new SearchResponse { Meta = new ResponseMeta { Generation = "g000001" }, Total = new TotalHits(1, 1, true), Page = 1, Size = 10, Hits = [hit] };
        return new FeedBuilder(host, grouping, FakeBackend.Now).Build(response, "/v1/search.rss", []).Items.ShouldHaveSingleItem();
    }
}

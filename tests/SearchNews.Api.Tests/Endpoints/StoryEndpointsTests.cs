using System.Text.Json;

namespace SearchNews.Api.Tests.Endpoints;

public sealed class StoryEndpointsTests(ApiFixture fixture)
{
    private ApiServer Server => fixture.Server;

    [Theory]
    [InlineData("plain/story", "plain")]
    [InlineData("2021%2F09%2F30-ai/story", "2021/09/30-ai")]
    [InlineData("odd%252Fname/story", "odd%2Fname")]
    public async Task GetStory_KnownId_AnswersTheWholeStory(string rest, string id)
    {
        ApiAnswer answer = await Server.GetAsync("/v1/articles/" + rest);
        JsonElement json = answer.ShouldBeJson();
        json.EnumerateObject().Select(p => p.Name).ShouldBe(["id", "leader", "size", "first", "last", "providers", "articles"]);
        json.GetProperty("id").GetString().ShouldBe(id);
        json.GetProperty("articles")[1].GetProperty("story").GetProperty("size").GetInt32().ShouldBe(2);
        answer.Header("ETag").ShouldStartWith("W/\"");
    }

    [Fact]
    public async Task GetStory_UnknownId_Is404() => (await Server.GetAsync("/v1/articles/nothing/story")).ShouldBeProblem(404, "unknown-article");

    [Fact]
    public async Task GetStory_Parameters_AreRefused() => (await Server.GetAsync("/v1/articles/plain/story?size=3")).ShouldBeProblem(400, "invalid-request");

    [Theory]
    [InlineData("", "Coverage  ", 10)]
    [InlineData("?since=7d&topic=Azure&topic=-Music&sort=newest&size=3&page=2", "Newest 2021-08-22 Azure,-Music", 3)]
    public async Task GetStories_Parameters_ReachTheBackend(string query, string asked, int size)
    {
        JsonElement json = (await Server.GetAsync("/v1/stories" + query)).ShouldBeJson();
        json.GetProperty("hits").GetArrayLength().ShouldBe(size);
        json.GetProperty("hits")[0].GetProperty("id").GetString().ShouldBe(asked);
        (json.GetProperty("total").GetProperty("stories").GetInt64(), json.GetProperty("total").GetProperty("articles").GetInt64()).ShouldBe((25, 50));
    }

    [Fact]
    public async Task GetStories_Next_LeadsThroughAllPages()
    {
        var sizes = new List<int>();
        for (string? next = "/v1/stories?since=7d"; next is not null;)
        {
            JsonElement json = (await Server.GetAsync(next)).ShouldBeJson();
            sizes.Add(json.GetProperty("hits").GetArrayLength());
            next = json.GetProperty("next").GetString();
        }

        sizes.ShouldBe([10, 10, 5]);
    }

    [Theory]
    [InlineData("sort=hot", "sort")]
    [InlineData("since=soon", "since")]
    [InlineData("size=101", "size")]
    [InlineData("page=101&size=100", "page")]
    [InlineData("q=x", "q")]
    public async Task GetStories_Impossible_Is400ThatNamesTheParameter(string query, string parameter) =>
        (await Server.GetAsync("/v1/stories?" + query)).ShouldBeProblem(400, "invalid-request")
            .GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe([parameter]);

    [Fact]
    public async Task GetStories_UnknownParameter_SuggestsTheNearest() =>
        (await Server.GetAsync("/v1/stories?topics=x")).ShouldBeProblem(400, "invalid-request").GetProperty("errors").GetProperty("topics")[0].GetString().ShouldBe("is not a known parameter; did you mean 'topic'?");
}

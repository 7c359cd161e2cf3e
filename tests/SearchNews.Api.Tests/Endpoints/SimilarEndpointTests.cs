using System.Text.Json;

namespace SearchNews.Api.Tests.Endpoints;

public sealed class SimilarEndpointTests(ApiFixture fixture)
{
    private ApiServer Server => fixture.Server;

    [Theory]
    [InlineData("plain/similar", "plain 10 - False")]
    [InlineData("plain/similar?size=3&windowDays=30&includeStory=1", "plain 3 30 True")]
    [InlineData("2021%2F09%2F30-ai/similar?includeStory=true", "2021/09/30-ai 10 - True")]
    [InlineData("odd%252Fname/similar", "odd%2Fname 10 - False")]
    [InlineData("similar/similar?windowDays=", "similar 10 - False")]
    public async Task Get_KnownId_AsksTheBackend(string rest, string asked)
    {
        ApiAnswer answer = await Server.GetAsync("/v1/articles/" + rest);
        JsonElement json = answer.ShouldBeJson();
        json.GetProperty("hits")[0].GetProperty("title").GetString().ShouldBe(asked);
        json.GetProperty("hits")[0].GetProperty("why").EnumerateArray().Select(w => w.GetString()).ShouldBe(["barracuda", "sd-wan"]);
        json.GetProperty("total").GetProperty("articles").GetInt64().ShouldBe(1);
        answer.Header("Server-Timing").ShouldStartWith("search;dur=1.25");
        answer.Header("ETag").ShouldStartWith("W/\"");
    }

    [Theory]
    [InlineData("size=0", "size")]
    [InlineData("size=101", "size")]
    [InlineData("windowDays=0", "windowDays")]
    [InlineData("includeStory=yes", "includeStory")]
    [InlineData("q=x", "q")]
    [InlineData("windowdays=3", "windowdays")]
    public async Task Get_Impossible_Is400ThatNamesTheParameter(string query, string parameter) =>
        (await Server.GetAsync("/v1/articles/plain/similar?" + query)).ShouldBeProblem(400, "invalid-request")
            .GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe([parameter]);

    [Fact]
    public async Task Get_UnknownId_Is404() => (await Server.GetAsync("/v1/articles/nothing/similar")).ShouldBeProblem(404, "unknown-article");
}

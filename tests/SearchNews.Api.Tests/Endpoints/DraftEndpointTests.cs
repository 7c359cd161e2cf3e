using System.Text.Json;

namespace SearchNews.Api.Tests.Endpoints;

public sealed class DraftEndpointTests(ApiFixture fixture)
{
    private const string Route = "/v1/similar";

    [Theory]
    [InlineData("", """{"title":"Moon & <sun>","excerpt":"of today"}""", "Moon & <sun>|of today|10 - False -")]
    [InlineData("?size=3&windowDays=30", """{"title":"Moon","includeStory":true}""", "Moon||3 30 True -")]
    [InlineData("", """{"excerpt":"Moon","size":5,"now":"2021-08-29"}""", "|Moon|5 - False 2021-08-29")]
    [InlineData("?title=Moon", "", "Moon||10 - False -")]
    public async Task Post_Draft_AsksTheBackend(string query, string body, string asked)
    {
        ApiAnswer answer = await PostAsync(query, body);

        JsonElement json = answer.ShouldBeJson();
        json.GetProperty("hits")[0].GetProperty("title").GetString().ShouldBe(asked);
        json.GetProperty("nearDuplicates")[0].GetProperty("id").GetString().ShouldBe("100%");
        answer.Header("Cache-Control").ShouldBe("no-store");
        answer.Header("Server-Timing").ShouldStartWith("search;dur=1.25");
    }

    [Theory]
    [InlineData("", "{}", "title")]
    [InlineData("", """{"title":" ","excerpt":""}""", "title")]
    [InlineData("", """{"title":"Moon","titel":"x"}""", "titel")]
    [InlineData("", """{"title":"Moon","size":0}""", "size")]
    [InlineData("?size=3", """{"title":"Moon","size":3}""", "size")]
    [InlineData("", """{"title":"Moon","now":"soon"}""", "now")]
    [InlineData("", """["Moon"]""", "body")]
    [InlineData("", """{"title":["Moon"]}""", "title")]
    [InlineData("", """{"title":""", "body")]
    public async Task Post_Impossible_Is400ThatNamesTheParameter(string query, string body, string parameter) =>
        (await PostAsync(query, body)).ShouldBeProblem(400, "invalid-request").GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe([parameter]);

    [Fact]
    public async Task Post_TooLong_IsRefused()
    {
        (await PostAsync("", JsonSerializer.Serialize(new { title = new string('x', 1001) }))).ShouldBeProblem(400, "invalid-request").GetProperty("errors").GetProperty("title")[0].GetString()!.ShouldContain("1001");
        (await PostAsync("", JsonSerializer.Serialize(new { excerpt = new string('x', 20_001) }))).ShouldBeProblem(400, "invalid-request");
        (await PostAsync("", JsonSerializer.Serialize(new { excerpt = new string('x', 70_000) }))).ShouldBeProblem(413, "too-large");
    }

    [Fact]
    public async Task Post_OtherType_Is415() => (await PostAsync("", "title=Moon", "application/x-www-form-urlencoded")).ShouldBeProblem(415, "unsupported-media-type");

    [Fact]
    public async Task Get_Is405() => (await fixture.Server.GetAsync(Route)).ShouldBeProblem(405, "method-not-allowed");

    private Task<ApiAnswer> PostAsync(string query, string body, string type = "application/json") => fixture.Server.SendAsync(HttpMethod.Post, Route + query, body, type);
}

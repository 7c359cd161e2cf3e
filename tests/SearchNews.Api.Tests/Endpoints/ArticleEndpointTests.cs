using System.Text.Json;

namespace SearchNews.Api.Tests.Endpoints;

public sealed class ArticleEndpointTests(ApiFixture fixture)
{
    private ApiServer Server => fixture.Server;

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("plain/", "plain")]
    [InlineData("2021%2F09%2F30-ai", "2021/09/30-ai")]
    [InlineData("2021%2f09%2F30-ai", "2021/09/30-ai")]
    [InlineData("%32021%2F09%2F30%2Dai", "2021/09/30-ai")]
    [InlineData("odd%252Fname", "odd%2Fname")]
    [InlineData("%C3%BCn%C3%AF%20c%C3%B6de", "ünï cöde")]
    [InlineData("100%25", "100%")]
    [InlineData("100%", "100%")]
    [InlineData("a+b", "a+b")]
    [InlineData("a%2Bb", "a+b")]
    [InlineData("articles", "articles")]
    [InlineData("similar", "similar")]
    public async Task Get_KnownId_IsDecodedOnce(string segment, string id)
    {
        (int status, string text) = await RawHttp.GetAsync(Server.Address, "/v1/articles/" + segment, "Accept: */*");
        status.ShouldBe(200, text);
        string written = JsonSerializer.Serialize(id, SearchNews.Search.Responses.SearchJson.Relaxed.Options);
        System.Text.Encoding.UTF8.GetString(System.Text.Encoding.Latin1.GetBytes(text)).ShouldContain("\"id\":" + written);
    }

    [Theory]
    [InlineData("2021/09/30-ai")]
    [InlineData("2021/09%2F30-ai")]
    [InlineData("plain/extra")]
    [InlineData("")]
    [InlineData("/plain")]
    [InlineData("plain/similar/extra")]
    public async Task Get_PlainSlashes_AreUnknownRoutes(string rest) =>
        (await Server.GetAsync("/v1/articles/" + rest)).ShouldBeProblem(404, "unknown-route")
            .GetProperty("detail").GetString()!.ShouldContain("/openapi/v1.json");

    [Theory]
    [InlineData("nothing", "nothing")]
    [InlineData("Plain", "Plain")]
    [InlineData("odd%2Fname", "odd/name")]
    [InlineData("..%2F..%2Fetc%2Fpasswd", "../../etc/passwd")]
    [InlineData("%FF", "%FF")]
    [InlineData("%zz", "%zz")]
    public async Task Get_UnknownId_Is404ThatNamesIt(string segment, string id)
    {
        (int status, string text) = await RawHttp.GetAsync(Server.Address, "/v1/articles/" + segment);
        status.ShouldBe(404, text);
        text.ShouldContain("/problems/unknown-article");
        text.ShouldContain($"There is no article '{id}'.");
    }

    [Theory]
    [InlineData("/v1/articles/%00")]
    [InlineData("/v1/articles/a%00b")]
    public async Task Get_NulInThePath_Is400(string target) => (await RawHttp.GetAsync(Server.Address, target)).Status.ShouldBe(400);

    [Fact]
    public async Task Get_AnyOtherParameter_Is400()
    {
        JsonElement problem = (await Server.GetAsync("/v1/articles/plain?size=3&x=1&x=2")).ShouldBeProblem(400, "invalid-request");
        foreach (string name in (string[])["size", "x"]) problem.GetProperty("errors").GetProperty(name)[0].GetString()!.ShouldContain("known are fields");
    }

    [Fact]
    public async Task Get_KnownId_MayBeKeptWithATag()
    {
        ApiAnswer answer = await Server.GetAsync("/v1/articles/plain");
        answer.ShouldBeJson().GetProperty("url").GetString().ShouldBe("https://example.org/a?b=c&d=e");
        answer.Header("ETag").ShouldStartWith("W/\"");
        answer.Header("Cache-Control").ShouldStartWith("public");
    }
}

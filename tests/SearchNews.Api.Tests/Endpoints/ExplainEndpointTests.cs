using System.Text.Json;

namespace SearchNews.Api.Tests.Endpoints;

public sealed class ExplainEndpointTests(ApiFixture fixture)
{
    private ApiServer Server => fixture.Server;

    [Fact]
    public async Task Get_KnownId_ExplainsAndMustNotBeKept()
    {
        ApiAnswer answer = await Server.GetAsync("/v1/explain?q=azure&id=2021/09/30-ai&profile=fresh");
        JsonElement json = answer.ShouldBeJson();
        json.GetProperty("sentence").GetString().ShouldBe("2021/09/30-ai for azure");
        json.GetProperty("parts").GetProperty("text").GetProperty("value").GetSingle().ShouldBe(1.5f);
        json.GetProperty("terms")[0].GetProperty("docFreq").GetInt64().ShouldBe(3);
        json.GetProperty("versus").ValueKind.ShouldBe(JsonValueKind.Null);
        answer.Header("Cache-Control").ShouldBe("no-store");
        answer.Headers["ETag"].ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_Versus_ComparesBoth() =>
        (await Server.GetAsync("/v1/explain?q=azure&id=plain&vs=a%2Bb")).ShouldBeJson()
            .GetProperty("versus").GetProperty("id").GetString().ShouldBe("a+b");

    [Theory]
    [InlineData("q=azure", "id")]
    [InlineData("id=", "id")]
    [InlineData("id=plain&id=similar", "id")]
    [InlineData("id=plain&sise=3", "sise")]
    [InlineData("id=plain&profile=best", "profile")]
    public async Task Get_Impossible_Is400ThatNamesTheParameter(string query, string parameter) =>
        (await Server.GetAsync("/v1/explain?" + query)).ShouldBeProblem(400, "invalid-request")
            .GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe([parameter]);

    [Theory]
    [InlineData("id=nothing", "nothing")]
    [InlineData("id=nothing&vs=plain", "nothing")]
    [InlineData("id=plain&vs=nowhere", "nowhere")]
    public async Task Get_UnknownId_Is404ThatNamesIt(string query, string missing) =>
        (await Server.GetAsync("/v1/explain?" + query)).ShouldBeProblem(404, "unknown-article")
            .GetProperty("detail").GetString()!.ShouldContain($"'{missing}'");
}

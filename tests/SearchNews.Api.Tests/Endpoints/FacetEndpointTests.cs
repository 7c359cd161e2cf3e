namespace SearchNews.Api.Tests.Endpoints;

public sealed class FacetEndpointTests(ApiFixture fixture)
{
    [Theory]
    [InlineData("/v1/facets/provider", "provider", "|Story")]
    [InlineData("/v1/facets/month?q=azure&group=none&site=-x.example", "month", "azure|None")]
    public async Task Get_Field_AsksTheBackend(string route, string field, string asked)
    {
        ApiAnswer answer = await fixture.Server.GetAsync(route);

        answer.ShouldBeJson().GetProperty("field").GetString().ShouldBe(field);
        answer.Json.GetProperty("values")[0].GetProperty("value").GetString().ShouldBe(asked);
        answer.Header("ETag").ShouldStartWith("W/\"");
    }

    [Theory]
    [InlineData("/v1/facets/providers", "field")]
    [InlineData("/v1/facets/Provider", "field")]
    [InlineData("/v1/facets/0", "field")]
    [InlineData("/v1/facets/topic?size=3", "size")]
    [InlineData("/v1/facets/topic?group=two", "group")]
    [InlineData("/v1/search?facets=topic,colour", "facets")]
    public async Task Get_Impossible_Is400ThatNamesTheParameter(string route, string parameter) =>
        (await fixture.Server.GetAsync(route)).ShouldBeProblem(400, "invalid-request").GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe([parameter]);
}

using System.Net;
using System.Text.Json;
using SearchNews.Api.Problems;

namespace SearchNews.Api.Tests.Problems;

public sealed class ProblemTests(ApiFixture fixture)
{
    private ApiServer Server => fixture.Server;

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/v1")]
    [InlineData("/v1/")]
    [InlineData("/v2/search")]
    [InlineData("/v1/search/more")]
    [InlineData("/v1/admin/rebuild")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/problems/nothing")]
    [InlineData("/openapi/v2.json")]
    public async Task Get_UnknownRoute_Is404ThatNamesTheIndex(string target) =>
        (await Server.GetAsync(target)).ShouldBeProblem(404, "unknown-route").GetProperty("detail").GetString()!.ShouldContain("/openapi/v1.json");

    [Theory]
    [InlineData("POST", "/v1/search")]
    [InlineData("PUT", "/v1/articles/plain")]
    [InlineData("DELETE", "/v1/articles/2021%2F09%2F30-ai")]
    [InlineData("PATCH", "/v1/info")]
    [InlineData("OPTIONS", "/v1/search")]
    [InlineData("TRACE", "/v1/explain")]
    [InlineData("POST", "/")]
    [InlineData("BREW", "/healthz")]
    public async Task Send_WrongMethod_Is405WithAllow(string method, string target)
    {
        ApiAnswer answer = await Server.SendAsync(new HttpMethod(method), target);
        answer.ShouldBeProblem(405, "method-not-allowed").GetProperty("detail").GetString().ShouldBe("This route answers GET, HEAD.");
        answer.Header("Allow").ShouldBe("GET, HEAD");
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json;q=0, */*")]
    [InlineData("image/*, text/*;q=0.5")]
    [InlineData("application/*;q=0, */*;q=0.1")]
    public async Task Get_AcceptWithoutJson_Is406(string accept) =>
        (await Server.GetAsync("/v1/search?q=x", ("Accept", accept))).ShouldBeProblem(406, "not-acceptable");

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/*")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/json;charset=utf-8")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")]
    [InlineData("application/json, */*;q=0")]
    [InlineData("not a media type")]
    [InlineData("")]
    public async Task Get_AcceptWithJson_IsAnswered(string accept) =>
        (await Server.GetAsync("/v1/search?q=x", ("Accept", accept))).ShouldBeJson();

    [Fact]
    public async Task Get_ErrorOfARequestThatWantsHtml_IsAProblemStill() =>
        (await Server.GetAsync("/v1/nothing", ("Accept", "text/html"))).ShouldBeProblem(404, "unknown-route");

    [Fact]
    public async Task Get_EveryType_LeadsToItsMeaning()
    {
        foreach (ProblemKind kind in ProblemKind.All)
        {
            ApiAnswer answer = await Server.GetAsync(kind.Type);
            answer.Status.ShouldBe(HttpStatusCode.OK, kind.Slug);
            answer.Body.ShouldContain(kind.Meaning);
            answer.Body.ShouldContain($"({kind.Status})");
        }
    }

    [Fact]
    public async Task Get_TraceParent_IsTheTraceIdOfTheError()
    {
        const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        JsonElement problem = (await Server.GetAsync("/v1/search?size=0", ("traceparent", $"00-{Trace}-00f067aa0ba902b7-01"))).Json;
        problem.GetProperty("traceId").GetString().ShouldBe(Trace);
    }

    [Fact]
    public void All_SlugsAndStatuses_AreWellFormed()
    {
        ProblemKind.All.Select(k => k.Slug).ShouldBeUnique(StringComparer.Ordinal);
        ProblemKind.All.ShouldAllBe(k => k.Status >= 400 && k.Status < 600 && k.Slug.All(c => char.IsAsciiLetterLower(c) || c == '-'));
        ProblemKind.All.Where(k => k.Status == 503).ShouldAllBe(k => k.RetryAfter > 0);
    }
}

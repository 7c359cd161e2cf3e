using System.Net;
using System.Text.Json;

namespace SearchNews.Api.Tests.Endpoints;

public sealed class SuggestEndpointTests(ApiFixture fixture)
{
    private const string OpenSearch = "application/x-suggestions+json";

    [Fact]
    public async Task Get_Typed_AnswersInTheFormOfTheContract()
    {
        ApiAnswer answer = await fixture.Server.GetAsync("/v1/suggest?q=azure%20ku&size=3");

        answer.ShouldBeJson();
        answer.Body.ShouldBe("""{"suggestions":[{"text":"azure ku|3","kind":"term","id":null,"count":1234},{"text":"Ünï <b> & “quoted”","kind":"headline","id":"plain","count":1}]}""");
        answer.Header("Cache-Control").ShouldContain("max-age=60");
        answer.Header("Vary").ShouldBe("Accept, Accept-Encoding");
        answer.Header("Server-Timing").ShouldContain("search;dur=");
        (await fixture.Server.GetAsync("/v1/suggest")).ShouldBeJson().GetProperty("suggestions")[0].GetProperty("text").GetString().ShouldBe("|8");
    }

    [Theory]
    [InlineData("/v1/suggest", OpenSearch, true)]
    [InlineData("/v1/suggest", OpenSearch + ", */*;q=0.5", true)]
    [InlineData("/v1/suggest", OpenSearch + ", application/json", true)]
    [InlineData("/v1/suggest", OpenSearch + ", */*", true)]
    [InlineData("/v1/suggest", "application/json, " + OpenSearch, false)]
    [InlineData("/v1/suggest", OpenSearch + ";q=0.5, application/json", false)]
    [InlineData("/v1/suggest", "*/*", false)]
    [InlineData("/v1/suggest", "application/*", false)]
    [InlineData("/v1/suggest", "nonsense", false)]
    [InlineData("/v1/suggest", "text/html", false)]
    [InlineData("/v1/suggest", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", false)]
    [InlineData("/v1/suggest.opensearch", "*/*", true)]
    [InlineData("/v1/suggest.opensearch", "application/json", true)]
    public async Task Get_Accept_ChoosesTheForm(string route, string accept, bool isOpenSearch)
    {
        ApiAnswer answer = await AskAsync(route + "?q=a", accept);

        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        answer.Header("Content-Type").ShouldBe((isOpenSearch ? OpenSearch : "application/json") + "; charset=utf-8");
    }

    [Fact]
    public async Task Get_OpenSearchForm_HasTextsDescriptionsAndAddresses()
    {
        ApiAnswer answer = await AskAsync("/v1/suggest?q=%20b%26%22%3Cb%3E", OpenSearch);

        string address = fixture.Server.Address.GetLeftPart(UriPartial.Authority);
        JsonElement[] parts = [.. answer.Json.EnumerateArray()];
        parts.Length.ShouldBe(4);
        parts[0].GetString().ShouldBe(" b&\"<b>");
        Strings(parts[1]).ShouldBe([" b&\"<b>|8", "Ünï <b> & “quoted”"]);
        Strings(parts[2]).ShouldBe(["1,234 articles", "Headline, 1 article"]);
        Strings(parts[3]).ShouldBe([$"{address}/?q=%20b%26%22%3Cb%3E%7C8", $"{address}/?q={Uri.EscapeDataString("Ünï <b> & “quoted”")}"]);
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
    }

    [Fact]
    public async Task Get_TagOfOneForm_IsNoTagOfTheOther()
    {
        ApiAnswer json = await AskAsync("/v1/suggest?q=a", "application/json");
        ApiAnswer openSearch = await AskAsync("/v1/suggest?q=a", OpenSearch);

        openSearch.Header("ETag").ShouldNotBe(json.Header("ETag"));
        (await AskAsync("/v1/suggest?q=a", OpenSearch, openSearch.Header("ETag"))).Status.ShouldBe(HttpStatusCode.NotModified);
        (await AskAsync("/v1/suggest?q=a", OpenSearch, json.Header("ETag"))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("size=0", "size")]
    [InlineData("size=21", "size")]
    [InlineData("size=x", "size")]
    [InlineData("siz=3", "siz")]
    [InlineData("q=a&q=b", "q")]
    [InlineData("page=1", "page")]
    public async Task Get_Impossible_Is400ThatNamesTheParameter(string query, string parameter) =>
        (await fixture.Server.GetAsync("/v1/suggest?" + query)).ShouldBeProblem(400, "invalid-request").GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe([parameter]);

    [Theory]
    [InlineData(499, 200)]
    [InlineData(500, 200)]
    [InlineData(501, 400)]
    public async Task Get_Length_IsLimited(int length, int status) => ((int)(await fixture.Server.GetAsync("/v1/suggest?q=" + new string('a', length))).Status).ShouldBe(status);

    [Fact]
    public async Task Get_AcceptOfSomethingElse_Is406() => (await AskAsync("/v1/suggest?q=a", "image/png")).ShouldBeProblem(406, "not-acceptable");

    [Fact]
    public async Task Head_Typed_HasTheHeadersOfGet()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/v1/suggest?q=a");
        using HttpResponseMessage response = await fixture.Server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        ApiAnswer answer = await ApiAnswer.ReadAsync(response);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.ShouldBeEmpty();
        answer.Header("ETag").ShouldStartWith("W/\"");
    }

    private static IEnumerable<string?> Strings(JsonElement list) => list.EnumerateArray().Select(e => e.GetString());

    private async Task<ApiAnswer> AskAsync(string target, string accept, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, target);
        request.Headers.TryAddWithoutValidation("Accept", accept).ShouldBeTrue();
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag).ShouldBeTrue();
        using HttpResponseMessage response = await fixture.Server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await ApiAnswer.ReadAsync(response);
    }
}

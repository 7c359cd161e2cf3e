using System.Text.Json;
using SearchNews.Search.Requests;

namespace SearchNews.Api.Tests.Endpoints;

public sealed class FieldsTests : IAsyncLifetime
{
    private static readonly string[] Whole =
    [
        "id", "score", "title", "excerpt", "publishedDateTime", "url", "ampUrl", "type", "category", "quality", "heat", "coverage", "provider", "topics", "image", "story", "highlights", "explain",
    ];

    private LiveIndex? _index;

    private ApiServer Server => _index!.Server;

    public async ValueTask InitializeAsync()
    {
        _index = await LiveIndex.StartAsync();
        const string Rich = "---\ntitle: Rich moon\nexcerpt: Much.\nwebUrl: https://example.org/rich\nprovider:\n  name: The Example\n  domain: example.org\nimages:\n- url: https://example.org/i.png\n  width: 8\n  height: 6\n---\n";
        (await Server.AdminAsync(HttpMethod.Put, "/articles/rich", Rich)).Status.ShouldBe(System.Net.HttpStatusCode.Created);
    }

    public ValueTask DisposeAsync() => _index!.DisposeAsync();

    [Theory]
    [InlineData("", "")]
    [InlineData("fields=", "")]
    [InlineData("fields=,", "")]
    [InlineData("fields=id", "id")]
    [InlineData("fields=title,url", "id title url")]
    [InlineData("fields=url,%20title,title", "id title url")]
    [InlineData("fields=title&fields=url", "id title url")]
    [InlineData("fields=score,story,highlights,explain", "id score story highlights{title excerpt} explain")]
    [InlineData("fields=provider.name", "id provider{name}")]
    [InlineData("fields=provider.name,provider", "id provider{name domain}")]
    [InlineData("fields=image.url,image.width,provider.domain,topics", "id provider{domain} topics image{url width}")]
    public async Task Get_Fields_AreWhatHitsHave(string query, string expected)
    {
        JsonElement json = (await Server.GetAsync("/v1/search?q=rich&" + query)).ShouldBeJson();
        json.EnumerateObject().Select(member => member.Name).ShouldBe(["meta", "total", "page", "size", "next", "cursor", "hits", "facets", "didYouMean", "links"]);
        JsonElement hit = json.GetProperty("hits").EnumerateArray().Single();
        if (expected.Length == 0) hit.EnumerateObject().Select(member => member.Name).ShouldBe(Whole);
        else Shape(hit).ShouldBe(expected);
    }

    [Theory]
    [InlineData("fields=title,url", "id title url")]
    [InlineData("fields=provider.name", "id provider{name}")]
    [InlineData("fields=quality", "id quality")]
    public async Task Get_FieldsOfAnArticle_AreWhatItHas(string query, string expected) => Shape((await Server.GetAsync("/v1/articles/rich?" + query)).ShouldBeJson()).ShouldBe(expected);

    [Theory]
    [InlineData("/v1/search?fields=titel", "'titel' is not a field; did you mean 'title'?")]
    [InlineData("/v1/search?fields=Title", "'Title' is not a field; did you mean 'title'?")]
    [InlineData("/v1/search?fields=provider.nam", "did you mean 'provider.name'?")]
    [InlineData("/v1/search?fields=zzzzzzzz", "known are id, score, title")]
    [InlineData("/v1/search?fields=selection", "is not a field")]
    [InlineData("/v1/search?fields=secured", "is not a field")]
    [InlineData("/v1/search?fields=*", "is not a field")]
    [InlineData("/v1/search?fields=title.", "'title.' is not a field; did you mean 'title'?")]
    [InlineData("/v1/articles/rich?fields=score", "'score' is not a field")]
    [InlineData("/v1/articles/rich?fields=titel", "did you mean 'title'?")]
    public async Task Get_UnknownField_Is400ThatSuggestsTheNearest(string target, string message) =>
        (await Server.GetAsync(target)).ShouldBeProblem(400, "invalid-request").GetProperty("errors").GetProperty("fields")[0].GetString()!.ShouldContain(message);

    [Fact]
    public async Task Get_EveryKnownField_IsTakenAlone()
    {
        SearchParameters.HitFields.Where(name => !name.Contains('.', StringComparison.Ordinal)).Order(StringComparer.Ordinal).ShouldBe(Whole.Order(StringComparer.Ordinal));
        foreach (string name in SearchParameters.HitFields)
        {
            JsonElement hit = (await Server.GetAsync($"/v1/search?q=rich&fields={name}")).ShouldBeJson().GetProperty("hits")[0];
            hit.EnumerateObject().Select(member => member.Name).ShouldBe(name == "id" ? ["id"] : ["id", name.Split('.')[0]]);
        }
    }

    private static string Shape(JsonElement json) =>
        string.Join(' ', json.EnumerateObject().Select(member => member.Value.ValueKind == JsonValueKind.Object ? $"{member.Name}{{{Shape(member.Value)}}}" : member.Name));
}

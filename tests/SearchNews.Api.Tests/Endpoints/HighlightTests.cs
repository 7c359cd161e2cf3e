using System.Net;
using System.Text.Json;

namespace SearchNews.Api.Tests.Endpoints;

public sealed class HighlightTests(HighlightTests.Index index) : IClassFixture<HighlightTests.Index>
{
    [Theory]
    [InlineData("", """{"title":["Tom &amp; &quot;<mark>glacier</mark>&quot; moon"],"excerpt":[]}""")]
    [InlineData("&highlight=tags", """{"title":["Tom &amp; &quot;<mark>glacier</mark>&quot; moon"],"excerpt":[]}""")]
    [InlineData("&highlight=offsets", """{"title":[{"start":7,"end":14}],"excerpt":[]}""")]
    [InlineData("&highlight=none", "null")]
    public async Task Get_Highlight_ShowsWhatMatched(string parameter, string expected)
    {
        JsonElement hit = (await index.Live.Server.GetAsync("/v1/search?q=glacier" + parameter)).ShouldBeJson().GetProperty("hits")[0];

        hit.GetProperty("title").GetString().ShouldBe("Tom & \"glacier\" moon");
        hit.GetProperty("highlights").GetRawText().ShouldBe(expected);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("tags&highlight=none")]
    public async Task Get_ImpossibleHighlight_IsNamed(string value)
    {
        ApiAnswer answer = await index.Live.Server.GetAsync("/v1/search?q=glacier&highlight=" + value);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldContain("\"errors\":{\"highlight\":");
    }

    [Fact]
    public async Task Get_ListsThatAreNoSearch_HaveNoHighlights()
    {
        JsonElement article = (await index.Live.Server.GetAsync("/v1/articles/plain/similar?includeStory=1")).ShouldBeJson();
        foreach (JsonElement hit in article.GetProperty("hits").EnumerateArray())
            (hit.TryGetProperty("highlights", out JsonElement highlights) && highlights.ValueKind != JsonValueKind.Null).ShouldBeFalse();
    }

    public sealed class Index : IAsyncLifetime
    {
        private LiveIndex? _live;

        internal LiveIndex Live => _live ?? throw new InvalidOperationException("the index was not built");

        public async ValueTask InitializeAsync()
        {
            _live = await LiveIndex.StartAsync();
            await _live.Server.AdminAsync(HttpMethod.Put, "/articles/glacier", LiveIndex.Article("Tom &amp; \"glacier\""));
        }

        public ValueTask DisposeAsync() => _live is null ? ValueTask.CompletedTask : _live.DisposeAsync();
    }
}

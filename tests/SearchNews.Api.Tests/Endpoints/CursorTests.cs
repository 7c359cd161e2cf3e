using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SearchNews.Search;
using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;

namespace SearchNews.Api.Tests.Endpoints;

/// <summary>Paging by cursor over a real index, with a clock that is moved by hand.</summary>
public sealed class CursorTests : IAsyncLifetime
{
    private const int Articles = 25;

    private readonly TempFolder _folder = new();
    private GenerationStore? _store;
    private EmbeddedBackend? _backend;
    private ApiServer? _server;

    private ApiServer Server => _server!;

    public async ValueTask InitializeAsync()
    {
        for (int i = 0; i < Articles; i++) _folder.WriteFile($"articles/a{i:D2}.md", LiveIndex.Article($"Number {i}"));
        _store = new GenerationStore(_folder.Combine("index"));
        new IndexBuilder(_store).Build(_folder.Combine("articles"));
        _server = await ApiServer.StartAsync(more: services => services.AddSingleton<ISearchBackend>(provider => _backend = new EmbeddedBackend(_store, provider.GetRequiredService<TimeProvider>())));
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Get_NextOfCursorAfterCursor_IsEveryArticleOnce()
    {
        var ids = new List<string>();
        JsonElement page = (await Server.GetAsync("/v1/search?q=moon&size=7&group=none")).ShouldBeJson();
        page.GetProperty("next").GetString().ShouldBe("/v1/search?q=moon&group=none&page=2&size=7");
        string? next = $"/v1/search?q=moon&group=none&size=7&cursor={page.GetProperty("cursor").GetString()}";
        for (int number = 2; ; number++)
        {
            ids.AddRange(page.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()!));
            page.GetProperty("total").GetProperty("articles").GetInt64().ShouldBe(Articles);
            if (next is null) break;
            File.Delete(_folder.Combine($"articles/a{number:D2}.md"));
            new IndexUpdater(_store!).Update();
            _backend!.Refresh();
            page = (await Server.GetAsync(next)).ShouldBeJson();
            page.GetProperty("page").GetInt32().ShouldBe(number);
            next = page.GetProperty("next").GetString();
            (next is null).ShouldBe(page.GetProperty("cursor").ValueKind == JsonValueKind.Null);
            next?.ShouldBe($"/v1/search?q=moon&cursor={page.GetProperty("cursor").GetString()}&group=none&size=7");
        }

        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(Articles);
        ids.Count.ShouldBe(Articles);
    }

    [Theory]
    [InlineData(-1, HttpStatusCode.OK)]
    [InlineData(0, HttpStatusCode.OK)]
    [InlineData(1, HttpStatusCode.Gone)]
    public async Task Get_CursorUnused_Is410AfterFiveMinutes(int ticks, HttpStatusCode status)
    {
        string cursor = await CursorAsync("q=moon");
        Server.Time.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromTicks(ticks));
        ApiAnswer answer = await Server.GetAsync($"/v1/search?q=moon&cursor={cursor}");
        answer.Status.ShouldBe(status, answer.Body);
        if (status == HttpStatusCode.Gone) answer.ShouldBeProblem(410, "cursor-expired").GetProperty("detail").GetString()!.ShouldContain("start again with the first page");
    }

    [Fact]
    public async Task Get_CursorUsedNowAndThen_NeverExpires()
    {
        string cursor = await CursorAsync("q=moon");
        for (int i = 0; i < 5; i++)
        {
            Server.Time.Advance(TimeSpan.FromMinutes(4));
            (await Server.GetAsync($"/v1/search?q=moon&size=1&cursor={cursor}")).ShouldBeJson();
        }
    }

    [Fact]
    public async Task Get_CursorOfAnotherProcess_Is410()
    {
        string cursor = await CursorAsync("q=moon");
        await using ApiServer restarted = await ApiServer.StartAsync(more: services => services.AddSingleton<ISearchBackend>(provider => new EmbeddedBackend(_store!, provider.GetRequiredService<TimeProvider>())));
        (await restarted.GetAsync($"/v1/search?q=moon&cursor={cursor}")).ShouldBeProblem(410, "cursor-expired");
    }

    [Theory]
    [InlineData("q=moons&cursor={0}", "cursor", "does not go with this search")]
    [InlineData("q=moon&sort=newest&cursor={0}", "cursor", "does not go with this search")]
    [InlineData("q=moon&site=example.org&cursor={0}", "cursor", "does not go with this search")]
    [InlineData("q=moon&page=2&cursor={0}", "page", "together with 'cursor'")]
    [InlineData("q=moon&page=1&cursor={0}", "page", "together with 'cursor'")]
    [InlineData("q=moon&cursor={0}&cursor={0}", "cursor", "given 2 times")]
    [InlineData("q=moon&cursor={0}A", "cursor", "is no cursor")]
    [InlineData("q=moon&cursor=A{0}", "cursor", "is no cursor")]
    [InlineData("q=moon&cursor=%00", "cursor", "is no cursor")]
    [InlineData("q=moon&cursr={0}", "cursr", "did you mean 'cursor'")]
    public async Task Get_ImpossibleCursor_Is400ThatNamesIt(string query, string parameter, string message)
    {
        string asked = string.Format(System.Globalization.CultureInfo.InvariantCulture, query, await CursorAsync("q=moon"));
        JsonElement problem = (await Server.GetAsync("/v1/search?" + asked)).ShouldBeProblem(400, "invalid-request");
        problem.GetProperty("errors").GetProperty(parameter)[0].GetString()!.ShouldContain(message);
    }

    [Theory]
    [InlineData("/v1/explain?id=a01&q=moon")]
    [InlineData("/v1/facets/topic?q=moon")]
    [InlineData("/v1/stories?size=1")]
    public async Task Get_RouteWithoutLists_KnowsNoCursor(string route) =>
        (await Server.GetAsync($"{route}&cursor=x")).ShouldBeProblem(400, "invalid-request").GetProperty("errors").GetProperty("cursor")[0].GetString()!.ShouldContain("not a known parameter");

    [Fact]
    public async Task Get_Cursor_IsNeverAnsweredByACache()
    {
        ApiAnswer first = await Server.GetAsync("/v1/search?q=moon&size=3");
        first.Header("Cache-Control").ShouldBe("public, max-age=60, stale-while-revalidate=300");
        (await Server.GetAsync("/v1/search?q=moon&size=3")).Json.GetProperty("cursor").GetString().ShouldBe(first.Json.GetProperty("cursor").GetString(), "equal tags, equal answers");
        ApiAnswer second = await Server.GetAsync($"/v1/search?q=moon&size=3&cursor={first.Json.GetProperty("cursor").GetString()}", ("If-None-Match", first.Header("ETag")), ("If-None-Match", "*"));
        second.Status.ShouldBe(HttpStatusCode.OK);
        second.Header("Cache-Control").ShouldBe("no-store");
        second.Headers["ETag"].ShouldBeEmpty();
    }

    [Theory]
    [InlineData("page=99&size=100", "/v1/search?page=100&size=100")]
    [InlineData("page=100&size=100", "/v1/search?cursor=beyond&size=100")]
    [InlineData("page=101&size=99", "/v1/search?cursor=beyond&size=99")]
    [InlineData("page=10000&size=1&q=x", "/v1/search?q=x&cursor=beyond&size=1")]
    [InlineData("cursor=before&size=100", "/v1/search?cursor=beyond&size=100")]
    public async Task Get_Next_IsByCursorWhereNumbersEnd(string query, string next)
    {
        await using ApiServer server = await ApiServer.StartAsync();
        (server.Backend.Found, server.Backend.Cursor) = (1_000_000, "beyond");
        (await server.GetAsync("/v1/search?" + query)).ShouldBeJson().GetProperty("next").GetString().ShouldBe(next);
    }

    private async Task<string> CursorAsync(string query) => (await Server.GetAsync($"/v1/search?{query}")).ShouldBeJson().GetProperty("cursor").GetString().ShouldNotBeNull();
}

using System.Text.Json;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Tests.Endpoints;

public sealed class SearchEndpointTests(ApiFixture fixture)
{
    private ApiServer Server => fixture.Server;

    [Fact]
    public async Task Get_Query_AnswersTheJsonOfThePort()
    {
        ApiAnswer answer = await Server.GetAsync("/v1/search?q=azure&size=3");
        answer.ShouldBeJson();
        SearchResponse expected = Server.Backend.Answer(new SearchRequest { Query = "azure", Size = 3 }) with
        {
            Next = "/v1/search?q=azure&page=2&size=3",
            Links = new ResponseLinks("/v1/search?q=azure&size=3", "/v1/search.rss?q=azure&size=3", "/v1/search.atom?q=azure&size=3"),
        };
        answer.Body.ShouldBe(JsonSerializer.Serialize(expected, SearchJson.Relaxed.SearchResponse));
    }

    [Fact]
    public async Task Get_AbsentValues_AreNullAndThere()
    {
        JsonElement json = (await Server.GetAsync("/v1/search?q=azure&size=1")).ShouldBeJson();
        foreach (string name in (string[])["facets", "didYouMean", "cursor"]) json.GetProperty(name).ValueKind.ShouldBe(JsonValueKind.Null, name);
        foreach (string name in (string[])["excerpt", "publishedDateTime", "provider", "image", "story", "explain", "highlights"])
            json.GetProperty("hits")[0].GetProperty(name).ValueKind.ShouldBe(JsonValueKind.Null, name);
    }

    [Fact]
    public async Task Get_Headers_LetTheAnswerBeKeptForAMinute()
    {
        ApiAnswer answer = await Server.GetAsync("/v1/search?q=azure");
        answer.Header("Cache-Control").ShouldBe("public, max-age=60, stale-while-revalidate=300");
        answer.Header("ETag").ShouldStartWith("W/\"");
        answer.Header("Vary").ShouldBe("Accept-Encoding");
        answer.Header("Server-Timing").ShouldBe("search;dur=1.25, total;dur=0");
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("?", null)]
    [InlineData("?q=", null)]
    [InlineData("?q", null)]
    [InlineData("?&&q=x&&", "x")]
    [InlineData("?q=a+b", "a b")]
    [InlineData("?q=a%20b", "a b")]
    [InlineData("?q=a%2Bb", "a+b")]
    [InlineData("?q=c%23", "c#")]
    [InlineData("?q=a%26b%3Dc", "a&b=c")]
    [InlineData("?q=a=b", "a=b")]
    [InlineData("?q=%C3%BCber", "über")]
    [InlineData("?q=%F0%9F%98%80", "😀")]
    [InlineData("?q=%22moon+landing%22", "\"moon landing\"")]
    [InlineData("?q=%3Cscript%3E", "<script>")]
    [InlineData("?q=a%0D%0AX-Evil:+1", "a\r\nX-Evil: 1")]
    [InlineData("?q=%00", "\0")]
    [InlineData("?%71=x", "x")]
    [InlineData("?q=((((AND*%22", "((((AND*\"")]
    public async Task Get_Query_ReachesTheBackendDecoded(string query, string? expected)
    {
        JsonElement json = (await Server.GetAsync("/v1/search" + query)).ShouldBeJson();
        json.GetProperty("meta").GetProperty("query").GetProperty("parsed").GetString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("%zz")]
    [InlineData("%")]
    [InlineData("%2")]
    [InlineData("%FF")]
    [InlineData("%C3")]
    [InlineData("%ED%A0%80")]
    [InlineData("%C0%AF")]
    [InlineData("50%+off")]
    public async Task Get_BrokenEncoding_IsTextLikeAnyOther(string query)
    {
        (int status, string text) = await RawHttp.GetAsync(Server.Address, "/v1/search?q=" + query);
        status.ShouldBe(200, text);
        text.ShouldContain($"\"parsed\":\"{query.Replace('+', ' ')}\"");
    }

    [Fact]
    public async Task Get_RandomText_IsAnAnswerOrA400()
    {
        Random random = Seeds.Random();
        for (int i = 0; i < 200; i++)
        {
            string noise = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(0x21, 0x7F)).Where(c => c != '#'));
            (int status, string text) = await RawHttp.GetAsync(Server.Address, $"/v1/search?{(i % 2 == 0 ? "q=" : "")}{noise}");
            status.ShouldBeOneOf([200, 400], noise);
            if (status == 400) text.ShouldContain("/problems/invalid-request", customMessage: noise);
        }
    }

    [Fact]
    public async Task Get_EveryParameter_ReachesTheBackend()
    {
        JsonElement json = (await Server.GetAsync(
            "/v1/search?q=x&match=most&page=2&size=5&sort=oldest&from=2020-01-02&to=2021-02-03&site=nasa.gov&site=-esa.int&topic=space&type=video"
            + "&category=science&minQuality=1&minHeat=2&visibility=published&profile=fresh&w.quality=0.5&w.coverage=1&w.recency=2&now=2021-05-01&explain=2"))
            .ShouldBeJson();
        json.GetProperty("page").GetInt32().ShouldBe(2);
        json.GetProperty("size").GetInt32().ShouldBe(5);
        json.GetProperty("didYouMean").GetString().ShouldBe("Oldest");
        json.GetProperty("meta").GetProperty("profile").GetString().ShouldBe("fresh");
        json.GetProperty("hits")[0].GetProperty("id").GetString().ShouldBe("hit-5");
    }

    [Theory]
    [InlineData("?size=10", "?page=2&size=10")]
    [InlineData("?page=2&size=10", "?page=3&size=10")]
    [InlineData("?page=3&size=10", null)]
    [InlineData("?size=25", null)]
    [InlineData("?size=24", "?page=2&size=24")]
    [InlineData("?page=9&size=10", null)]
    [InlineData("?size=10&site=b.org&site=a.org&q=+x+", "?q=%20x%20&page=2&site=b.org&site=a.org&size=10")]
    [InlineData("?topic=&q=&size=5", "?page=2&size=5")]
    public async Task Get_Next_IsTheNextPageWhenThereIsOne(string query, string? expected)
    {
        JsonElement json = (await Server.GetAsync("/v1/search" + query)).ShouldBeJson();
        string? next = json.GetProperty("next").GetString();
        next.ShouldBe(expected is null ? null : "/v1/search" + expected);
        if (next is not null) (await Server.GetAsync(next)).ShouldBeJson().GetProperty("links").GetProperty("self").GetString().ShouldBe(next);
    }

    [Fact]
    public async Task Get_NextAtTheDepthLimit_IsNull()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        server.Backend.Found = 1_000_000;
        (await server.GetAsync("/v1/search?page=99&size=100")).ShouldBeJson().GetProperty("next").GetString().ShouldBe("/v1/search?page=100&size=100");
        (await server.GetAsync("/v1/search?page=100&size=100")).ShouldBeJson().GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("qq=x", "qq", "did you mean 'q'")]
    [InlineData("Q=x", "Q", "did you mean 'q'")]
    [InlineData("sicne=3d", "sicne", "did you mean 'since'")]
    [InlineData("zzzzzzzzz=3", "zzzzzzzzz", "known are")]
    [InlineData("=3", "", "not a known parameter")]
    [InlineData("size=0", "size", "from 1 to 100")]
    [InlineData("size=101", "size", "from 1 to 100")]
    [InlineData("size=ten", "size", "'ten'")]
    [InlineData("size=5&size=6", "size", "given 2 times")]
    [InlineData("q=a&q=b", "q", "given 2 times")]
    [InlineData("page=0", "page", "from 1")]
    [InlineData("page=1001", "page", "at most 10000")]
    [InlineData("page=101&size=100", "page", "at most 10000")]
    [InlineData("match=some", "match", "all, most, any")]
    [InlineData("sort=best", "sort", "relevance")]
    [InlineData("from=yesterday", "from", "ISO 8601")]
    [InlineData("since=7days", "since", "24h")]
    [InlineData("from=2021-02-01&to=2021-01-01", "from", "later than")]
    [InlineData("profile=best", "profile", "balanced")]
    [InlineData("w.quality=2.1", "w.quality", "from 0 to 2")]
    [InlineData("explain=3", "explain", "from 0 to 2")]
    [InlineData("q=refused", "q", "impossible")]
    public async Task Get_Impossible_Is400ThatNamesTheParameter(string query, string parameter, string message)
    {
        JsonElement problem = (await Server.GetAsync("/v1/search?" + query)).ShouldBeProblem(400, "invalid-request");
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe([parameter]);
        problem.GetProperty("errors").GetProperty(parameter)[0].GetString()!.ShouldContain(message);
        problem.GetProperty("detail").GetString()!.ShouldContain(message);
    }

    [Fact]
    public async Task Get_SeveralMistakes_AreAllNamed()
    {
        JsonElement problem = (await Server.GetAsync("/v1/search?size=0&sort=best&qq=1")).ShouldBeProblem(400, "invalid-request");
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe(["qq", "size", "sort"]);
        problem.GetProperty("detail").GetString().ShouldBe("3 parameters are at fault; 'errors' names each.");
    }

    [Theory]
    [InlineData(499, 200)]
    [InlineData(500, 200)]
    [InlineData(501, 400)]
    public async Task Get_LongQuery_IsRefusedAbove500(int length, int status) =>
        ((int)(await Server.GetAsync("/v1/search?q=" + new string('x', length))).Status).ShouldBe(status);

    [Theory]
    [InlineData(100, 200)]
    [InlineData(101, 400)]
    public async Task Get_ManyParameters_AreRefusedAbove100(int count, int status) =>
        ((int)(await Server.GetAsync("/v1/search?" + string.Join('&', Enumerable.Range(0, count).Select(i => $"topic=t{i}")))).Status).ShouldBe(status);

    [Fact]
    public async Task Get_BackendFails_Is500WithoutDetails()
    {
        JsonElement problem = (await Server.GetAsync("/v1/search?q=boom")).ShouldBeProblem(500, "internal");
        string trace = problem.GetProperty("traceId").GetString()!;
        LogRecord record = Server.Logs.All.Single(r => r.Message.Contains(trace, StringComparison.Ordinal));
        record.Exception.ShouldBeOfType<InvalidOperationException>();
    }

    [Fact]
    public async Task Get_BackendUnavailable_Is503WithRetryAfter()
    {
        ApiAnswer answer = await Server.GetAsync("/v1/search?q=down");
        answer.ShouldBeProblem(503, "unavailable").GetProperty("detail").GetString().ShouldBe("The live generation is damaged; run 'index rebuild'.");
        answer.Header("Retry-After").ShouldBe("5");
    }

    [Fact]
    public async Task Head_Query_HasTheHeadersAndNoBody()
    {
        ApiAnswer get = await Server.GetAsync("/v1/search?q=azure");
        ApiAnswer head = await Server.SendAsync(HttpMethod.Head, "/v1/search?q=azure");
        head.Status.ShouldBe(get.Status);
        head.Body.ShouldBeEmpty();
        foreach (string name in (string[])["Content-Type", "ETag", "Cache-Control", "Vary", "Server-Timing"]) head.Header(name).ShouldBe(get.Header(name), name);
    }
}

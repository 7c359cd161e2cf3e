namespace SearchNews.Api.Tests.Contract;

/// <summary>Every kind of error there is, met over HTTP. A new one needs a row.</summary>
internal static class ContractErrors
{
    private const string RetryAfter = "Retry-After";
    private const string Errors = "errors";

    /// <summary>The rows.</summary>
    public static IReadOnlyList<ContractError> All { get; } =
    [
        new(400, "invalid-request", "impossible value", s => s.GetAsync("/v1/search?size=0")) { Member = Errors },
        new(400, "invalid-request", "unknown parameter", s => s.GetAsync("/v1/search?quer=x")) { Member = Errors },
        new(400, "invalid-request", "parameter given twice", s => s.GetAsync("/v1/search?q=a&q=b")) { Member = Errors },
        new(400, "invalid-request", "query too long", s => s.GetAsync("/v1/search?q=" + new string('x', 501))) { Member = Errors },
        new(400, "invalid-request", "too many parameters", s => s.GetAsync("/v1/search?" + string.Join('&', Enumerable.Repeat("topic=x", 101)))) { Member = Errors },
        new(400, "invalid-request", "body that is no JSON", s => s.SendAsync(HttpMethod.Post, "/v1/similar", "{", "application/json")) { Member = Errors },
        new(400, "malformed-request", "chunk without a length", s => RawAsync(s, "POST /v1/similar HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nxyz\r\n")),
        new(400, "unknown-host", "another name", s => s.GetAsync("/v1/search", ("Host", "evil.example"))),
        new(401, "missing-key", "no key", s => s.SendAsync(HttpMethod.Post, "/v1/admin/rebuild")) { Header = "WWW-Authenticate" },
        new(403, "wrong-key", "another key", s => s.SendAsync(HttpMethod.Post, "/v1/admin/rebuild", ("Authorization", "Bearer 0123456789abcdefgh"))),
        new(404, "unknown-route", "no such path", s => s.GetAsync("/v1/nothing")),
        new(404, "unknown-article", "no such id", s => s.GetAsync("/v1/articles/nothing")),
        new(404, "unknown-article", "similar to nothing", s => s.GetAsync("/v1/articles/nothing/similar")),
        new(404, "unknown-article", "story of nothing", s => s.GetAsync("/v1/articles/nothing/story")),
        new(404, "unknown-article", "explain nothing", s => s.GetAsync("/v1/explain?q=x&id=nothing")),
        new(404, "unknown-job", "no such job", s => s.AdminAsync(HttpMethod.Get, "/jobs/nothing")),
        new(405, "method-not-allowed", "POST of a search", s => s.SendAsync(HttpMethod.Post, "/v1/search")) { Header = "Allow" },
        new(406, "not-acceptable", "a picture of a search", s => s.GetAsync("/v1/search", ("Accept", "image/png"))),
        new(408, "too-slow", "a body that does not come", s => RawAsync(s, "POST /v1/similar HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 20\r\nConnection: close\r\n\r\n{")) { Settings = o => o with { Deadline = TimeSpan.FromMilliseconds(200) } },
        new(409, "job-running", "two rebuilds", RebuildTwiceAsync) { Member = "job" },
        new(409, "index-locked", "another writer", s => s.AdminAsync(HttpMethod.Put, "/articles/locked", "# t")),
        new(409, "no-earlier-generation", "nothing to go back to", RollBackAsync),
        new(410, "cursor-expired", "an old cursor", s => s.GetAsync("/v1/search?q=" + FakeBackend.Gone)),
        new(413, "too-large", "long body", s => s.SendAsync(HttpMethod.Post, "/v1/similar", new string(' ', 65_537), "application/json")),
        new(413, "too-large", "long body of unknown length", s => RawAsync(s, $"POST /v1/similar HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n10001\r\n{new string(' ', 0x10001)}\r\n0\r\n\r\n")),
        new(415, "unsupported-media-type", "a form", s => s.SendAsync(HttpMethod.Post, "/v1/similar", "title=x", "application/x-www-form-urlencoded")),
        new(422, "invalid-article", "no article", s => s.AdminAsync(HttpMethod.Put, "/articles/plain", FakeMaintainer.Invalid)) { Member = "diagnostics" },
        new(429, "too-many-requests", "past the burst", AskTwiceAsync) { Settings = o => o with { Proxies = ["127.0.0.1"], RatePerSecond = 1, RateBurst = 1 }, Header = RetryAfter },
        new(429, "too-many-failed-keys", "two wrong keys", GuessTwiceAsync) { Settings = o => o with { MaxFailedKeys = 1 }, Header = RetryAfter },
        new(500, "internal", "a fault", s => s.GetAsync("/v1/search?q=" + FakeBackend.Boom)),
        new(503, "unavailable", "no index", s => s.GetAsync("/v1/search?q=" + FakeBackend.Down)) { Header = RetryAfter },
        new(503, "unavailable", "not ready", NotReadyAsync) { Header = RetryAfter },
        new(503, "storage", "full disk", s => s.AdminAsync(HttpMethod.Put, "/articles/full", "# t")) { Header = RetryAfter },
        new(503, "busy", "too many at once", CrowdAsync) { Settings = o => o with { MaxInFlight = 1, MaxQueued = 0, Deadline = TimeSpan.FromMinutes(1) }, Header = RetryAfter },
        new(503, "timeout", "too slow", s => s.GetAsync("/v1/search?q=" + FakeBackend.Slow)) { Settings = o => o with { Deadline = TimeSpan.FromMilliseconds(50) }, Header = RetryAfter },
    ];

    /// <summary>An answer to bytes, taken apart.</summary>
    private static async Task<ApiAnswer> RawAsync(ApiServer server, string request)
    {
        (int status, string text) = await RawHttp.SendAsync(server.Address, request);
        string[] parts = text.Split("\r\n\r\n", 2);
        ILookup<string, string> headers = parts[0].Split("\r\n").Skip(1).Select(l => l.Split(": ", 2)).ToLookup(h => h[0], h => h[^1], StringComparer.OrdinalIgnoreCase);
        return new ApiAnswer((System.Net.HttpStatusCode)status, headers, parts[^1]);
    }

    private static async Task<ApiAnswer> RebuildTwiceAsync(ApiServer server)
    {
        server.Maintainer.Holds = true;
        (await server.AdminAsync(HttpMethod.Post, "/rebuild")).Status.ShouldBe(System.Net.HttpStatusCode.Accepted);
        return await server.AdminAsync(HttpMethod.Post, "/rebuild");
    }

    private static Task<ApiAnswer> RollBackAsync(ApiServer server)
    {
        server.Maintainer.CanRollBack = false;
        return server.AdminAsync(HttpMethod.Post, "/rollback");
    }

    private static async Task<ApiAnswer> GuessTwiceAsync(ApiServer server)
    {
        (await server.SendAsync(HttpMethod.Post, "/v1/admin/rollback", ("Authorization", "Bearer wrong"))).ShouldBeProblem(403, "wrong-key");
        return await server.AdminAsync(HttpMethod.Post, "/rollback");
    }

    private static async Task<ApiAnswer> AskTwiceAsync(ApiServer server)
    {
        (await server.GetAsync("/v1/info", ("X-Forwarded-For", "203.0.113.7"))).ShouldBeJson();
        return await server.GetAsync("/v1/info", ("X-Forwarded-For", "203.0.113.7"));
    }

    private static Task<ApiAnswer> NotReadyAsync(ApiServer server)
    {
        server.Backend.Ready = new SearchNews.Search.Responses.ReadyResponse(SearchNews.Search.Responses.ReadyResponse.Unavailable, "no index was built yet");
        return server.GetAsync("/readyz");
    }

    private static async Task<ApiAnswer> CrowdAsync(ApiServer server)
    {
        Task<ApiAnswer> working = server.GetAsync("/v1/search?q=" + FakeBackend.Held);
        await server.Backend.Entered.WaitAsync(TestContext.Current.CancellationToken);
        ApiAnswer refused = await server.GetAsync("/v1/search?q=x");
        server.Backend.Release();
        (await working).ShouldBeJson();
        return refused;
    }
}

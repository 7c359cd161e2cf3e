using Microsoft.Extensions.Logging;

namespace SearchNews.Api.Tests.Observability;

public sealed class RequestLogTests
{
    [Theory]
    [InlineData("GET", "/v1/search?q=x", LogLevel.Information, "GET /v1/search 200 in 0 ms")]
    [InlineData("HEAD", "/v1/articles/plain", LogLevel.Information, "HEAD /v1/articles/{id} 200 in 0 ms")]
    [InlineData("GET", "/v1/search?size=0", LogLevel.Information, "GET /v1/search 400 in 0 ms")]
    [InlineData("GET", "/v1/search?q=boom", LogLevel.Warning, "GET /v1/search 500 in 0 ms")]
    [InlineData("GET", "/v1/search?q=down", LogLevel.Warning, "GET /v1/search 503 in 0 ms")]
    [InlineData("GET", "/private/path", LogLevel.Information, "GET (none) 404 in 0 ms")]
    [InlineData("BREW", "/v1/search", LogLevel.Information, "OTHER (none) 405 in 0 ms")]
    [InlineData("GET", "/healthz", LogLevel.Debug, "GET /healthz 200 in 0 ms")]
    public async Task Send_Anything_IsOneLine(string method, string target, LogLevel level, string message)
    {
        await using ApiServer server = await ApiServer.StartAsync();
        await server.SendAsync(new HttpMethod(method), target);
        LogRecord line = await LineAsync(server);
        (line.Level, line.Message).ShouldBe((level, message));
    }

    [Fact]
    public async Task Get_WhatWasTyped_IsInNoLineThatIsKept()
    {
        const string Typed = "marker-4711";
        await using ApiServer server = await ApiServer.StartAsync();
        foreach (string target in (string[])["/v1/search?q=", "/v1/search?size=", "/v1/articles/", "/v1/explain?id=", "/"]) await server.GetAsync($"{target}{Typed}%0Aforged");
        await LineAsync(server);
        server.Logs.All.Where(r => r.Category.StartsWith("SearchNews", StringComparison.Ordinal) || r.Level >= LogLevel.Warning)
            .ShouldAllBe(r => !r.Message.Contains(Typed, StringComparison.Ordinal));
    }

    /// <summary>The line is written after the answer was sent.</summary>
    private static async Task<LogRecord> LineAsync(ApiServer server)
    {
        while (server.Logs.Requests.Count == 0) await Task.Delay(5, TestContext.Current.CancellationToken);
        return server.Logs.Requests[0];
    }
}

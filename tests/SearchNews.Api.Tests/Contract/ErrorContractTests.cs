using System.Globalization;
using System.Text.Json;
using SearchNews.Api.Problems;

namespace SearchNews.Api.Tests.Contract;

/// <summary>Every kind of error: its status, its members, what comes with it.</summary>
public sealed class ErrorContractTests
{
    private static readonly string[] OfEvery = ["type", "title", "status", "detail", "traceId"];

    /// <summary>What breaks HTTP itself, before there is a request to answer.</summary>
    public static TheoryData<int, string> Bare => new()
    {
        { 400, "nonsense\r\n\r\n" },
        { 408, "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: " },
        { 414, $"GET /healthz?{new string('x', 8192)} HTTP/1.1\r\nHost: localhost\r\n\r\n" },
        { 431, $"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: {new string('x', 16384)}\r\n\r\n" },
        { 431, $"GET /healthz HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 60).Select(i => $"X{i}: 1\r\n"))}\r\n" },
    };

    public static TheoryData<string> All => [.. ContractErrors.All.Select(e => e.Name)];

    [Fact]
    public void Table_Kinds_AreAllThereAre() =>
        ContractErrors.All.Select(e => $"{e.Status} {e.Slug}").Distinct(StringComparer.Ordinal)
            .ShouldBe(ProblemKind.All.Select(k => $"{k.Status} {k.Slug}"), ignoreOrder: true, "a kind of error needs a row in ContractErrors");

    [Theory]
    [MemberData(nameof(All))]
    public async Task Meet_Error_IsTheProblemOfTheContract(string name)
    {
        ContractError error = ContractErrors.All.Single(e => e.Name == name);
        await using ApiServer server = await ApiServer.StartAdminAsync(error.Settings);

        ApiAnswer answer = await error.Meet(server);

        JsonElement problem = answer.ShouldBeProblem(error.Status, error.Slug);
        problem.EnumerateObject().Select(p => p.Name).ShouldBe(error.Member is null ? OfEvery : [.. OfEvery, error.Member]);
        problem.GetProperty("title").GetString().ShouldBe(ProblemKind.Find(error.Slug)!.Title);
        if (error.Header is not null) answer.Header(error.Header).ShouldNotBeNullOrWhiteSpace();
        if (error.Header == "Retry-After") int.Parse(answer.Header(error.Header), NumberStyles.None, CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        (await server.GetAsync(problem.GetProperty("type").GetString()!)).Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(Bare))]
    public async Task Send_WhatBreaksHttp_IsABareStatusAndTheConnectionEnds(int status, string request)
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { HeadersTimeout = TimeSpan.FromMilliseconds(500) });
        (int got, string text) = await RawHttp.SendAsync(server.Address, request).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        got.ShouldBe(status);
        text.ShouldContain("Content-Length: 0");
        (await server.GetAsync("/healthz")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }
}

using System.Text.Json.Nodes;
using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Cli.Tests.Commands;

/// <summary><c>--json</c> prints what the backend answers, and nothing else.</summary>
public sealed class JsonTests(SampleIndex index)
{
    private static readonly DateTimeOffset Now = new(2025, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private EmbeddedBackend Backend => new(new GenerationStore(index.Path));

    [Theory]
    [InlineData("voyager")]
    [InlineData("\"black hole\" -event topic:space")]
    [InlineData("")]
    [InlineData("nothingmatchesthisword")]
    public async Task Search_IsTheBackendsResponse(string query)
    {
        SearchRequest request = SearchParameters.Parse([new("q", query), new("now", "2025-12-01"), new("explain", "2"), new("size", "7")], Now);
        // A cursor goes on in the process that gave it, which has ended.
        SearchResponse expected = (await Backend.SearchAsync(request, TestContext.Current.CancellationToken)) with { Cursor = null };

        CliResult result = (await index.RunAsync("search", query, "--now", "2025-12-01", "--explain", "2", "--size", "7", "--json")).ShouldExit(ExitCode.Done);

        result.Error.ShouldBeEmpty();
        Untimed(result.Output).ShouldBe(Untimed(System.Text.Json.JsonSerializer.Serialize(expected, SearchJson.Relaxed.SearchResponse)));
    }

    [Fact]
    public async Task Search_Cursor_IsRefusedWithTheReason() =>
        (await index.RunAsync("search", "voyager", "--cursor", "x")).ShouldExit(ExitCode.Usage).Error.ShouldContain("a command keeps nothing; use --page");

    [Fact]
    public async Task Similar_IsTheBackendsResponse()
    {
        SimilarRequest request = SearchParameters.ParseSimilar(SampleIndex.Voyager, [new("size", "5"), new("includeStory", "1")]);
        SimilarResponse expected = (await Backend.FindSimilarAsync(request, TestContext.Current.CancellationToken))!;

        CliResult result = (await index.RunAsync("similar", SampleIndex.Voyager, "--size", "5", "--includeStory", "--json")).ShouldExit(ExitCode.Done);

        expected.Hits.Count.ShouldBe(5);
        Untimed(result.Output).ShouldBe(Untimed(System.Text.Json.JsonSerializer.Serialize(expected, SearchJson.Relaxed.SimilarResponse)));
    }

    [Fact]
    public async Task Explain_IsTheBackendsResponse()
    {
        ExplainRequest request = SearchParameters.ParseExplain([new("q", "voyager data"), new("id", SampleIndex.Voyager), new("vs", SampleIndex.VoyagerToo), new("now", "2025-12-01")], Now);
        ExplainResponse expected = (await Backend.ExplainAsync(request, TestContext.Current.CancellationToken))!;

        CliResult result = (await index.RunAsync("explain", "voyager data", SampleIndex.Voyager, "--vs", SampleIndex.VoyagerToo, "--now", "2025-12-01", "--json")).ShouldExit(ExitCode.Done);

        result.Output.TrimEnd().ShouldBe(System.Text.Json.JsonSerializer.Serialize(expected, SearchJson.Relaxed.ExplainResponse));
        expected.Matches.ShouldBeTrue();
    }

    [Fact]
    public async Task Search_NeverHasTheSecuredBlob()
    {
        for (int page = 1; page <= 3; page++)
        {
            CliResult hits = (await index.RunAsync("search", "--size", "100", "--page", $"{page}", "--json")).ShouldExit(ExitCode.Done);
            hits.Output.ShouldNotContain("\"secured\"", Case.Insensitive);
            SecuredBlobs.ShouldNotBeIn(hits.Output);
        }
    }

    // The two were asked at different moments.
    private static string Untimed(string json)
    {
        JsonNode node = JsonNode.Parse(json)!;
        JsonObject meta = node["meta"]!.AsObject();
        meta.Remove("took").ShouldBeTrue();
        if (meta["profile"] is null) meta.Remove("now");
        return node.ToJsonString();
    }
}

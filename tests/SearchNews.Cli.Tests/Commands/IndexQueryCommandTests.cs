using System.Text.Json;

namespace SearchNews.Cli.Tests.Commands;

public sealed class IndexQueryCommandTests(SampleIndex index)
{
    [Theory]
    [InlineData("moon)", 4)]
    [InlineData("title:", 6)]
    [InlineData("\"moon", 0)]
    [InlineData("a AND", 5)]
    [InlineData("moon [a TO", 5)]
    [InlineData("/mo.n/", 0)]
    [InlineData("moon title:/mo.n/", 11)]
    [InlineData("*oon", 0)]
    public async Task Query_Refused_SaysWhereAndExits2(string query, int position)
    {
        CliResult result = (await index.RunAsync("index", "query", query)).ShouldExit(ExitCode.Usage);

        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain($"(at position {position})");
    }

    [Fact]
    public async Task Query_Regexp_SaysWhatIsNotPossible() =>
        (await index.RunAsync("index", "query", "/mo.n/")).ShouldExit(ExitCode.Usage).Error.ShouldContain("egular expression");

    [Fact]
    public async Task Query_Json_HasTotalAndShortestFloats()
    {
        JsonElement json = (await index.RunAsync("index", "query", "voyager interstellar", "--top", "3", "--json")).ShouldExit(ExitCode.Done).Json;

        json.GetProperty("total").GetInt64().ShouldBeGreaterThan(3);
        JsonElement[] hits = [.. json.GetProperty("hits").EnumerateArray()];
        hits.Length.ShouldBe(3);
        foreach (JsonElement hit in hits)
        {
            hit.GetProperty("id").GetString().ShouldNotBeNullOrEmpty();
            hit.GetProperty("doc").GetInt32().ShouldBeGreaterThanOrEqualTo(0);
            string score = hit.GetProperty("score").GetRawText();
            score.ShouldBe(JsonSerializer.Serialize(float.Parse(score, System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    [Fact]
    public async Task Query_Text_HasHitsOnOutputAndTheRestOnError()
    {
        CliResult result = (await index.RunAsync("index", "query", "voyager", "--top", "2")).ShouldExit(ExitCode.Done);

        result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        result.Error.ShouldContain("query: text:voyag");
        result.Error.ShouldContain(" hits");
    }

    [Fact]
    public async Task Query_NothingFound_IsNoError()
    {
        CliResult result = (await index.RunAsync("index", "query", "zzzzzzzz", "--json")).ShouldExit(ExitCode.Done);

        result.Output.TrimEnd().ShouldBe("""{"total":0,"hits":[]}""");
    }

    [Fact]
    public async Task Query_LuceneDirectory_IsReadWithoutGenerations()
    {
        CliResult ours = (await index.RunAsync("index", "query", "voyager", "--json")).ShouldExit(ExitCode.Done);
        CliResult plain = (await Cli.RunAsync("index", "query", "voyager", "--json", "--index", index.Generation)).ShouldExit(ExitCode.Done);

        plain.Output.ShouldBe(ours.Output);
    }
}

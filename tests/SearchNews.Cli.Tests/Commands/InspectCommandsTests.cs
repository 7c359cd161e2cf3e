using System.Text.Json;

namespace SearchNews.Cli.Tests.Commands;

public sealed class InspectCommandsTests(SampleIndex index)
{
    [Fact]
    public async Task Segments_OfABuild_IsOne()
    {
        JsonElement segments = (await index.RunAsync("index", "inspect", "segments", "--json")).ShouldExit(ExitCode.Done).Json;

        segments.GetArrayLength().ShouldBe(1);
        segments[0].GetProperty("maxDoc").GetInt32().ShouldBeGreaterThan(100);
        segments[0].GetProperty("bytes").GetInt64().ShouldBeGreaterThan(10_000);
        segments[0].GetProperty("deleted").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Fields_AreThoseOfTheContract()
    {
        JsonElement fields = (await index.RunAsync("index", "inspect", "fields", "--json")).ShouldExit(ExitCode.Done).Json;

        fields.EnumerateArray().Select(f => f.GetProperty("name").GetString()).ShouldBe(
            ["category", "coverage", "excerpt", "features", "heat", "id", "provider", "published", "publishedAt", "quality", "source", "story", "text", "title", "topic", "type", "words"]);
    }

    [Fact]
    public async Task Terms_WithPrefix_AreInOrder()
    {
        JsonElement terms = (await index.RunAsync("index", "inspect", "terms", "text", "mo", "--json", "--top", "1000")).ShouldExit(ExitCode.Done).Json;

        string[] names = [.. terms.EnumerateArray().Select(t => t.GetProperty("term").GetString()!)];
        names.ShouldContain("moon", StringComparer.Ordinal);
        names.ShouldAllBe(name => name.StartsWith("mo", StringComparison.Ordinal));
        names.ShouldBe(names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Postings_AgreeWithTerms()
    {
        JsonElement term = (await index.RunAsync("index", "inspect", "terms", "title", "moon", "--json")).ShouldExit(ExitCode.Done).Json[0];
        JsonElement postings = (await index.RunAsync("index", "inspect", "postings", "title", "moon", "--json", "--top", "1000")).ShouldExit(ExitCode.Done).Json;

        postings.GetArrayLength().ShouldBe(term.GetProperty("docFreq").GetInt32());
        postings.EnumerateArray().Sum(p => p.GetProperty("freq").GetInt32()).ShouldBe(term.GetProperty("totalTermFreq").GetInt32());
        postings.EnumerateArray().ShouldAllBe(p => p.GetProperty("positions").GetArrayLength() == p.GetProperty("freq").GetInt32());
    }

    [Fact]
    public async Task Doc_ShowsStoredFields()
    {
        CliResult result = (await index.RunAsync("index", "inspect", "doc", "0", "--json")).ShouldExit(ExitCode.Done);

        result.Json.GetProperty("stored").EnumerateArray().Select(s => s.GetProperty("field").GetString()).ShouldBe(["id", "source"]);
    }

    [Fact]
    public async Task Doc_OfAnyArticle_HasNoSecuredBlob()
    {
        for (int doc = 0; doc < 200; doc += 7)
        {
            CliResult result = (await index.RunAsync("index", "inspect", "doc", $"{doc}", "--json")).ShouldExit(ExitCode.Done);
            result.Output.ShouldNotContain("\\\"secured\\\"", Case.Insensitive);
            SecuredBlobs.ShouldNotBeIn(result.Output);
        }
    }

    [Theory]
    [InlineData("text")]
    [InlineData("words")]
    [InlineData("excerpt")]
    public async Task Terms_OfAField_HaveNoPieceOfASecuredBlob(string field)
    {
        JsonElement terms = (await index.RunAsync("index", "inspect", "terms", field, "--json", "--top", "100000")).ShouldExit(ExitCode.Done).Json;

        terms.GetArrayLength().ShouldBeGreaterThan(1000);
        SecuredBlobs.ShouldHaveNoPieceIn(terms.EnumerateArray().Select(term => term.GetProperty("term").GetString()!));
    }

    [Theory]
    [InlineData("terms txet", ExitCode.Usage, "There is no field 'txet'; did you mean 'text'?")]
    [InlineData("terms nosuchfieldanywhere", ExitCode.Usage, "see 'searchnews index inspect fields'")]
    [InlineData("postings titel moon", ExitCode.Usage, "did you mean 'title'?")]
    [InlineData("postings title zzzzz", ExitCode.Failed, "No document has the term 'zzzzz' in field 'title'.")]
    [InlineData("postings publishedAt 1", ExitCode.Failed, "No document has the term '1'")]
    [InlineData("doc 1000000", ExitCode.Usage, "There is no document 1000000")]
    [InlineData("doc -1", ExitCode.Usage, "-1")]
    [InlineData("doc first", ExitCode.Usage, "first")]
    public async Task Inspect_Unknown_SaysSo(string line, int code, string message) =>
        (await index.RunAsync(["index", "inspect", .. line.Split(' ')])).ShouldExit(code).Error.ShouldContain(message);

    [Fact]
    public async Task Terms_FieldWithoutPostings_AreNone() => (await index.RunAsync("index", "inspect", "terms", "publishedAt", "--json")).ShouldExit(ExitCode.Done).Output.TrimEnd().ShouldBe("[]");

    [Theory]
    [InlineData("segments", "_")]
    [InlineData("fields", "termFreqs")]
    [InlineData("terms topic", "docFreq")]
    [InlineData("postings title moon", "positions")]
    [InlineData("doc 3", "source")]
    public async Task Inspect_Table_IsOnOutput(string line, string expected)
    {
        CliResult result = (await index.RunAsync(["index", "inspect", .. line.Split(' '), "--quiet"])).ShouldExit(ExitCode.Done);

        result.Output.ShouldContain(expected);
        result.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Stats_AreOfTheLiveGeneration()
    {
        JsonElement stats = (await index.RunAsync("index", "stats", "--json")).ShouldExit(ExitCode.Done).Json;

        stats.GetProperty("path").GetString().ShouldBe(index.Generation);
        stats.GetProperty("generation").GetString().ShouldBe("g000001");
        stats.GetProperty("source").GetString().ShouldBe(SampleIndex.Articles);
        stats.GetProperty("schema").GetString().ShouldBe("3");
        (stats.GetProperty("stories").GetInt64(), stats.GetProperty("groupedStories").GetInt32(), stats.GetProperty("largestStory").GetInt32()).ShouldBe((165, 25, 5));
        stats.GetProperty("segments").GetInt32().ShouldBe(1);
        stats.GetProperty("bytes").GetInt64().ShouldBe(Directory.EnumerateFiles(index.Generation).Sum(f => new FileInfo(f).Length));
        DateTimeOffset.Parse(stats.GetProperty("builtAt").GetString()!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
    }
}

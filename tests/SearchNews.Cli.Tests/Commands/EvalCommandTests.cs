using System.Text.Json;

namespace SearchNews.Cli.Tests.Commands;

public sealed class EvalCommandTests(SampleIndex index) : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Queries => _folder.WriteFile("q.tsv", "q1\tvoyager data again\nq2\tmoon landing\n");

    private string Qrels => _folder.WriteFile("r.tsv", $"q1\t{SampleIndex.Voyager}\t2\nq1\t{SampleIndex.VoyagerToo}\t1\nq2\tnot-in-the-index\t1\nq2\t{SampleIndex.Voyager}\t-1\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Eval_Baseline_JsonHasBothReports()
    {
        JsonElement report = (await index.RunAsync("eval", "--queries", Queries, "--qrels", Qrels, "--baseline", "classic", "--json")).ShouldExit(ExitCode.Done).Json;

        report.GetProperty("queries").GetInt32().ShouldBe(2);
        report.GetProperty("recall@10").GetDouble().ShouldBe(0.5, "both of the first, none of the second");
        report.GetProperty("profile").GetString().ShouldBe("balanced");
        JsonElement baseline = report.GetProperty("baseline");
        baseline.GetProperty("profile").GetString().ShouldBe("classic");
        baseline.GetProperty("ndcg@10").GetDouble().ShouldBeInRange(0.1, 1);
        baseline.GetProperty("baseline").ValueKind.ShouldBe(JsonValueKind.Null);
        report.GetProperty("kinds").ValueKind.ShouldBe(JsonValueKind.Null, "the queries have none");
    }

    [Fact]
    public async Task Eval_WithoutBaseline_JsonHasNone() =>
        (await index.RunAsync("eval", "--queries", Queries, "--qrels", Qrels, "--json")).ShouldExit(ExitCode.Done).Json.GetProperty("baseline").ValueKind.ShouldBe(JsonValueKind.Null);

    [Fact]
    public async Task Eval_BelowTheBaseline_Exits1()
    {
        // The article wanted is the one that the baseline finds first and the priors put elsewhere.
        (string word, string wanted) = await FindWhatPriorsMove();
        string queries = _folder.WriteFile("q.tsv", $"q1\t{word}\n");
        string qrels = _folder.WriteFile("r.tsv", $"q1\t{wanted}\t1\n");

        CliResult result = (await index.RunAsync("eval", "--queries", queries, "--qrels", qrels, "--w.quality", "2", "--now", "2025-12-31", "--baseline", "classic")).ShouldExit(ExitCode.Failed);

        result.Output.ShouldContain("classic: 1 queries, nDCG@10 1.0000");
        result.Error.ShouldContain("below that of 'classic'");
        (await index.RunAsync("eval", "--queries", queries, "--qrels", qrels, "--profile", "classic", "--baseline", "classic")).ShouldExit(ExitCode.Done);
    }

    private async Task<(string Word, string Id)> FindWhatPriorsMove()
    {
        foreach (string word in (string[])["moon", "space", "library", "science", "language"])
        {
            string classic = await FindFirst(word, "--profile", "classic");
            if (classic != await FindFirst(word, "--w.quality", "2")) return (word, classic);
        }

        throw new InvalidOperationException("The priors change nothing on the sample articles.");
    }

    private async Task<string> FindFirst(string word, params string[] options) =>
        (await index.RunAsync(["search", word, "--size", "1", "--json", "--now", "2025-12-31", .. options])).ShouldExit(ExitCode.Done).Json.GetProperty("hits")[0].GetProperty("id").GetString()!;

    [Theory]
    [InlineData("", "q1\tx\t1\n")]
    [InlineData("q1\tmoon\n", "")]
    [InlineData("q1\tmoon\n", "Q1\tx\t1\n")]
    [InlineData("q1\tmoon\n", "q1\tx\t0\n")]
    [InlineData("q1\tmoon\n", "q1\tx\t-1\n")]
    public async Task Eval_NothingToMeasure_Exits1(string queries, string qrels)
    {
        CliResult result = (await index.RunAsync("eval", "--queries", _folder.WriteFile("q.tsv", queries), "--qrels", _folder.WriteFile("r.tsv", qrels), "--baseline", "classic")).ShouldExit(ExitCode.Failed);

        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain("No query has a relevant article");
    }

    [Fact]
    public async Task Eval_JudgedArticlesOfAnotherIndex_Exits1()
    {
        string qrels = _folder.WriteFile("r.tsv", "q1\tx\t1\nq2\ty\t1\n");

        (await index.RunAsync("eval", "--queries", Queries, "--qrels", qrels)).ShouldExit(ExitCode.Failed).Error.ShouldContain("None of the judged articles is in the index");
        (await index.RunAsync("eval", "--similar", qrels)).ShouldExit(ExitCode.Failed).Error.ShouldContain("is in the index");
    }

    [Fact]
    public async Task Eval_Similar_IsMeasured()
    {
        string qrels = _folder.WriteFile("s.tsv", $"{SampleIndex.Voyager}\t{SampleIndex.VoyagerToo}\t1\n");

        JsonElement report = (await index.RunAsync("eval", "--similar", qrels, "--json")).ShouldExit(ExitCode.Done).Json;

        report.GetProperty("recall@10").GetDouble().ShouldBe(1);
        report.GetProperty("profile").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Eval_KnownItems_AreDrawnAlikeFromAnyOrderOfTheArticles()
    {
        JsonElement first = (await index.RunAsync("eval", "--known-items", "12", "--json")).ShouldExit(ExitCode.Done).Json;
        JsonElement second = (await index.RunAsync("eval", "--known-items", "12", "--seed", "1", "--json")).ShouldExit(ExitCode.Done).Json;
        JsonElement other = (await index.RunAsync("eval", "--known-items", "12", "--seed", "2", "--json")).ShouldExit(ExitCode.Done).Json;

        first.GetProperty("queries").GetInt32().ShouldBeInRange(6, 12);
        first.GetProperty("mrr@10").GetDouble().ShouldBeGreaterThan(0.5, "articles are found by their own words");
        first.GetProperty("kinds").EnumerateObject().Select(kind => kind.Name).ShouldContain("title recent");
        second.GetRawText().ShouldBe(first.GetRawText());
        other.GetRawText().ShouldNotBe(first.GetRawText());
    }

    [Fact]
    public async Task Eval_KindsAndChanges_AreListed()
    {
        (string word, string wanted) = await FindWhatPriorsMove();
        string queries = _folder.WriteFile("q.tsv", $"q1\t{word}\tone word\n");
        string qrels = _folder.WriteFile("r.tsv", $"q1\t{wanted}\t1\n");
        string[] line = ["eval", "--queries", queries, "--qrels", qrels, "--profile", "classic", "--w.quality", "0", "--now", "2025-12-31", "--baseline", "balanced"];

        CliResult text = (await index.RunAsync([.. line])).ShouldExit(ExitCode.Done);
        JsonElement json = (await index.RunAsync([.. line, "--json"])).ShouldExit(ExitCode.Done).Json;

        text.Output.ShouldContain("  one word: 1 queries");
        json.GetProperty("kinds").GetProperty("one word").GetProperty("queries").GetInt32().ShouldBe(1);
        json.GetProperty("changed").GetArrayLength().ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task Eval_Collection_IsMeasuredWithoutAnIndex()
    {
        string folder = _folder.Combine("tiny");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "docs.jsonl"), """
            {"id": "a", "title": "Wings", "text": "lift of swept wings"}
            {"id": "b", "title": "", "text": "boundary layers"}

            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "queries.tsv"), "1\tswept wing\n2\tlayer\n3\tno judgement\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "qrels.tsv"), "1\ta\t1\n2\tb\t1\n");

        CliResult result = (await Cli.RunAsync(["eval", "--collection", folder, "--index", _folder.Combine("none")])).ShouldExit(ExitCode.Done);

        result.Output.ShouldStartWith("tiny: 2 queries, nDCG@10 1.0000");
        await File.AppendAllTextAsync(Path.Combine(folder, "docs.jsonl"), "{\"id\": 3}\n");
        (await Cli.RunAsync(["eval", "--collection", folder])).ShouldExit(ExitCode.Failed).Error.ShouldContain("docs.jsonl:3");
        (await Cli.RunAsync(["eval", "--collection", _folder.Combine("gone")])).ShouldExit(ExitCode.Failed).Error.ShouldContain("There is no folder");
    }

    [Fact]
    public async Task Eval_Related_ReadsTheFolderOfTheIndex()
    {
        JsonElement report = (await index.RunAsync("eval", "--related", "--json")).ShouldExit(ExitCode.Done).Json;

        report.GetProperty("queries").GetInt32().ShouldBePositive();
        report.GetProperty("recall@100").GetDouble().ShouldBeGreaterThan(0.5);
    }

    [Theory]
    [InlineData("", "--queries and --qrels")]
    [InlineData("--queries q.tsv", "--queries and --qrels")]
    [InlineData("--qrels r.tsv", "--queries and --qrels")]
    [InlineData("--similar r.tsv --baseline classic", "--similar stands alone")]
    [InlineData("--similar r.tsv --profile none", "--similar stands alone")]
    [InlineData("--similar r.tsv --match any", "--similar stands alone")]
    [InlineData("--related --match any", "--related stands alone")]
    [InlineData("--collection dir --profile none", "--collection stands alone")]
    [InlineData("--similar r.tsv --queries q.tsv", "--queries and --similar do not go together")]
    [InlineData("--known-items --related", "--known-items and --related do not go together")]
    [InlineData("--known-items 0", "at least 1")]
    [InlineData("--queries q.tsv --qrels r.tsv --baseline clasic", "did you mean 'classic'")]
    [InlineData("--queries q.tsv --qrels r.tsv --profile clasic", "profile")]
    public async Task Eval_Impossible_IsRefusedBeforeAnyWork(string line, string message)
    {
        // There is no index and no such file: whoever looked would say so.
        string[] options = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        CliResult result = (await Cli.RunAsync(["eval", .. options, "--index", _folder.Combine("none")])).ShouldExit(ExitCode.Usage);

        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain(message);
    }
}

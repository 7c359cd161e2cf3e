using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Cli.Tests;

public sealed class CliApplicationTests(SampleIndex index)
{
    public static TheoryData<string> Verbs => new(
        "index", "index rebuild", "index update", "index watch", "index rollback", "index verify", "index stats", "index query", "index inspect", "index inspect segments", "index inspect fields",
        "index inspect terms", "index inspect postings", "index inspect doc", "search", "similar", "explain", "doctor", "eval", "serve", "completions");

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_EveryVerb_DescribesItAndTheGlobalOptions(string verb)
    {
        CliResult result = (await Cli.RunAsync([.. verb.Split(' '), "--help"])).ShouldExit(ExitCode.Done);

        result.Error.ShouldBeEmpty();
        result.Output.ShouldContain($" {verb} ");
        foreach (string option in (string[])["--index", "--config", "--json", "--quiet", "--verbose", "--no-color"]) result.Output.ShouldContain(option);
    }

    [Fact]
    public async Task Help_Root_ListsTheVerbs()
    {
        string output = (await Cli.RunAsync("--help")).ShouldExit(ExitCode.Done).Output;

        foreach (string verb in (string[])["index", "search", "similar", "explain", "doctor", "eval", "--version"]) output.ShouldContain(verb);
    }

    [Fact]
    public async Task Version_IsPrinted() => (await Cli.RunAsync("--version")).ShouldExit(ExitCode.Done).Output.ShouldMatch(@"^\d+\.\d+\.\d+\S* \(schema \d+, index format of Lucene 8\.\d+\.\d+\)\n$");

    [Theory]
    [InlineData("search moon --sizee 5", "There is no option '--sizee'; did you mean '--size'?")]
    [InlineData("search moon --sizee=5", "There is no option '--sizee'; did you mean '--size'?")]
    [InlineData("search moon --topics space", "There is no option '--topics'; did you mean '--topic'?")]
    [InlineData("search moon --jsno", "There is no option '--jsno'; did you mean '--json'?")]
    [InlineData("search moon --json=maybe", "--json stands alone, or with true or false; 'maybe' is neither.")]
    [InlineData("search moon --quiet:", "--quiet stands alone")]
    [InlineData("search moon --xyzzy", "There is no option '--xyzzy'; put -- before words that look like options.")]
    [InlineData("index query moon --feild title", "There is no option '--feild'; did you mean '--field'?")]
    [InlineData("index rebuild --allow-shrnk", "There is no option '--allow-shrnk'; did you mean '--allow-shrink'?")]
    [InlineData("index stats --indx x", "There is no option '--indx'; did you mean '--index'?")]
    [InlineData("explain moon id --verses x", "There is no option '--verses'")]
    [InlineData("serach moon", "There is no command 'serach'; did you mean 'search'?")]
    [InlineData("index rebiuld", "There is no command 'rebiuld'; did you mean 'rebuild'?")]
    [InlineData("index inspect qwertyuiop", "There is no command 'qwertyuiop'; there are segments, fields, terms, postings, doc.")]
    [InlineData("similar one two", "'two' is one word too many")]
    [InlineData("explain moon", "Required argument missing")]
    [InlineData("index", "Required command was not provided.")]
    [InlineData("index query moon --top many", "Cannot parse argument 'many' for option '--top'")]
    [InlineData("index query moon --top 0", "--top must be 1 or more.")]
    [InlineData("index query moon --k1 -1", "--k1 must be a number of 0 or more.")]
    [InlineData("index query moon --k1 abc", "Cannot parse argument 'abc' for option '--k1' as a number.")]
    [InlineData("index query moon --b 2", "--b must be a number from 0 to 1.")]
    [InlineData("index query moon --field titel", "There is no field 'titel'; did you mean 'title'?")]
    [InlineData("index inspect doc abc", "as a whole number.")]
    [InlineData("index inspect terms title --top -1", "--top must be 1 or more.")]
    [InlineData("index inspect postings title moon --top 0", "--top must be 1 or more.")]
    [InlineData("search moon --topic= --size 1", "The option before '--size' is given without a value.")]
    [InlineData("index query moon --analyzer latin", "--analyzer 'latin' is not one of english, news, words, keyword.")]
    [InlineData("index rebuild --keep 0", "--keep must be 1 or more.")]
    [InlineData("search moon --size 101", "size: '101' is not a whole number from 1 to 100.")]
    [InlineData("search moon --size 5 --size 6", "size: is given 2 times; give it once.")]
    [InlineData("search moon --sort latest", "sort: 'latest' is not one of relevance, newest, oldest, quality, coverage.")]
    [InlineData("search moon --from yesterday", "from: 'yesterday' is not")]
    [InlineData("search moon --profile best", "profile: 'best' is not one of")]
    [InlineData("search moon --page 1001 --size 10", "page: page times size is 10010")]
    [InlineData("search moon --w.quality 3", "w.quality: '3' is not a number from 0 to 2.")]
    [InlineData("similar x --size 0", "size: '0' is not a whole number from 1 to 100.")]
    [InlineData("eval", "Give --queries and --qrels, --known-items, --similar")]
    [InlineData("completions basch", "There is no script for the shell 'basch'; did you mean 'bash'?")]
    [InlineData("completions", "Required argument missing")]
    [InlineData("search moon --config /nonexistent.json", "There is no configuration file '/nonexistent.json'.")]
    public async Task Run_Mistake_NamesTheWayOutAndExits2(string line, string message)
    {
        CliResult result = (await index.RunAsync(line.Split(' '))).ShouldExit(ExitCode.Usage);

        result.Output.ShouldBeEmpty();
        result.Error.ShouldStartWith("error: ");
        result.Error.ShouldContain(message);
        result.Error.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("@nasa")]
    [InlineData("-moon")]
    [InlineData("moon -hubble")]
    [InlineData("-")]
    [InlineData("\"")]
    [InlineData("((((")]
    [InlineData("--moon landing")]
    [InlineData("title:")]
    [InlineData("[suggest]")]
    [InlineData("AND OR NOT")]
    [InlineData("")]
    public async Task Search_AnyText_IsAQuery(string query)
    {
        CliResult result = (await index.RunAsync("search", query, "--json")).ShouldExit(ExitCode.Done);

        // What the backend finds for the very same text: nothing of it was taken for an option, a file or a sign.
        SearchRequest request = SearchParameters.Parse([new("q", query)], TimeProvider.System.GetUtcNow());
        SearchResponse expected = await new EmbeddedBackend(new GenerationStore(index.Path)).SearchAsync(request, TestContext.Current.CancellationToken);
        result.Json.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString()).ShouldBe(expected.Hits.Select(hit => hit.Id));
        result.Json.GetProperty("total").GetProperty("articles").GetInt64().ShouldBe(expected.Total.Articles);
    }

    [Fact]
    public async Task Search_AfterDoubleDash_TakesAnything() => (await Cli.RunAsync("search", "--index", index.Path, "--json", "--", "--sizee", "moon")).ShouldExit(ExitCode.Done);

    [Fact]
    public async Task Search_ExcludedTopic_BeginsWithAHyphen()
    {
        long all = (await index.RunAsync("search", "--json")).ShouldExit(ExitCode.Done).Json.GetProperty("total").GetProperty("articles").GetInt64();
        long without = (await index.RunAsync("search", "--json", "--topic", "-space")).ShouldExit(ExitCode.Done).Json.GetProperty("total").GetProperty("articles").GetInt64();

        without.ShouldBeInRange(1, all - 1);
    }

    [Theory]
    [InlineData("index stats")]
    [InlineData("index verify")]
    [InlineData("index query moon")]
    [InlineData("index inspect segments")]
    [InlineData("index inspect fields")]
    [InlineData("index inspect terms text")]
    [InlineData("index inspect postings text moon")]
    [InlineData("index inspect doc 0")]
    [InlineData("search moon")]
    [InlineData("similar x")]
    [InlineData("explain moon x")]
    public async Task Run_NoIndex_SaysSoAndExits4(string line)
    {
        using var folder = new TempFolder();

        CliResult result = (await Cli.RunAsync([.. line.Split(' '), "--index", folder.Combine("none")])).ShouldExit(ExitCode.IndexUnusable);

        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain("searchnews index rebuild");
    }

    [Theory]
    [InlineData("similar no-such-article")]
    [InlineData("explain moon no-such-article")]
    [InlineData("explain moon " + SampleIndex.Voyager + " --vs no-such-article")]
    public async Task Run_UnknownId_Exits1(string line)
    {
        CliResult result = (await index.RunAsync(line.Split(' '))).ShouldExit(ExitCode.Failed);

        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain("no-such-article");
    }

    [Fact]
    public async Task Quiet_Search_PrintsNothingButHits()
    {
        CliResult loud = (await index.RunAsync("search", "voyager")).ShouldExit(ExitCode.Done);
        CliResult quiet = (await index.RunAsync("search", "voyager", "--quiet")).ShouldExit(ExitCode.Done);

        loud.Error.ShouldContain("articles, page 1");
        quiet.Error.ShouldBeEmpty();
        quiet.Output.ShouldBe(loud.Output);
        quiet.Output.Split('\n').Count(line => line.Contains("2024-04-22", StringComparison.Ordinal) && line.TrimEnd().EndsWith(SampleIndex.Voyager, StringComparison.Ordinal)).ShouldBe(1, "lines of a pipe are not wrapped");
    }
}

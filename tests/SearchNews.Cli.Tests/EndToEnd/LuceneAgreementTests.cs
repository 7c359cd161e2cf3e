using System.Globalization;
using System.Text.Json;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.QueryParsing;
using SearchNews.Lucene.Store;
using SearchNews.Search.Indexing;

namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>
/// Apache Lucene opens an index of articles and answers as the engine and <c>index query</c> do: same totals, same best 20 in the same order, same
/// scores; as one segment, as many, and after those were merged. CheckIndex finds nothing.
/// </summary>
public sealed class LuceneAgreementTests(SampleIndex index, ITestOutputHelper output)
{
    private const int Top = 20;
    private const int ClassicQueries = 60;
    private const double Tolerance = 1e-5;

    [Fact]
    public void CheckIndex_OfTheSamples_IsClean()
    {
        using var folder = new TempFolder();
        Oracle.CheckIndex(Path.Combine(index.CopyTo(folder.Combine("index")), "g000001"));
    }

    [Fact]
    public async Task Search_Rebuilt_AnswersAsLucene()
    {
        Oracle.SkipUnlessAvailable();
        using var folder = new TempFolder();
        (await Cli.RunAsync("index", "rebuild", NewsArticles.Folder, "--index", folder.Combine("index"), "--quiet")).Code.ShouldBeOneOf(ExitCode.Done, ExitCode.SomeSkipped);

        await CompareAsync(folder.Combine("index", "g000001"), "rebuilt", segments => segments.ShouldBe(1), asCommand: true);
    }

    [Fact]
    public async Task Search_ManySegmentsThenMerged_AnswersAsLucene()
    {
        Oracle.SkipUnlessAvailable();
        using var folder = new TempFolder();
        string target = folder.CreateFolder("lucene");
        NewsArticles.WriteManySegments(target);
        await CompareAsync(target, "many segments", segments => segments.ShouldBeGreaterThan(10));

        NewsArticles.Merge(target);
        await CompareAsync(target, "merged", segments => segments.ShouldBe(1));
    }

    private async Task CompareAsync(string folder, string name, Action<int> checkSegments, bool asCommand = false)
    {
        Oracle.CheckIndex(folder, slow: Corpus.Folder is null);
        using var directory = new FileSystemDirectory(folder);
        DirectoryReader reader = DirectoryReader.Open(directory);
        checkSegments(reader.Leaves.Count);
        var source = new NewsQueries(Seeds.Random(), reader);
        IReadOnlyList<(string Kind, Query Query)> queries = source.Draw();
        IReadOnlyList<string> texts = source.DrawClassic(ClassicQueries);
        IReadOnlyList<OracleResult> expected = Oracle.RunQueries(folder, queries.Select(q => OracleQuery.Line(q.Query, Top)).Concat(texts.Select(Classic)));
        expected.Count.ShouldBe(queries.Count + texts.Count);

        var tally = new AgreementTally();
        var engine = new Engine(reader);
        for (int i = 0; i < queries.Count; i++) tally.Add($"{queries[i].Kind}: {queries[i].Query}", engine.Search(queries[i].Query), expected[i]);
        for (int i = 0; i < texts.Count; i++)
        {
            (long Total, IReadOnlyList<OracleHit> Hits)? found = asCommand ? await QueryAsync(folder, texts[i]) : engine.Search(texts[i]);
            tally.Add($"index query: {texts[i]}", found, expected[queries.Count + i]);
        }

        output.WriteLine($"{name}: {reader.NumDocs} articles, {reader.Leaves.Count} segments, {tally}");
        tally.ShouldAgree(atLeast: 500, Tolerance);
    }

    private static async Task<(long Total, IReadOnlyList<OracleHit> Hits)?> QueryAsync(string folder, string text)
    {
        CliResult result = await Cli.RunAsync("index", "query", "--top", Top.ToString(CultureInfo.InvariantCulture), "--json", "--index", folder, "--", text);
        if (result.Code == ExitCode.Usage) return null;
        JsonElement json = result.ShouldExit(ExitCode.Done).Json;
        return (json.GetProperty("total").GetInt64(),
            [.. json.GetProperty("hits").EnumerateArray().Select(hit => new OracleHit(hit.GetProperty("doc").GetInt32(), hit.GetProperty("id").GetString()!, hit.GetProperty("score").GetSingle(), null))]);
    }

    private static string Classic(string text) => OracleQuery.ClassicLine(text, ArticleFields.Text, "keyword", Top, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [ArticleFields.Text] = "news",
        [ArticleFields.Title] = "news",
        [ArticleFields.Excerpt] = "news",
        [ArticleFields.Words] = "words",
    });

    /// <summary>The engine's own interface.</summary>
    private sealed class Engine(DirectoryReader reader)
    {
        private readonly IndexSearcher _searcher = new(reader);
        private readonly ClassicQueryParser _parser = new(ArticleFields.Text, ArticleSchema.AnalyzerOf);

        public (long Total, IReadOnlyList<OracleHit> Hits) Search(Query query)
        {
            TopDocs found = _searcher.Search(query, Top, cancellationToken: TestContext.Current.CancellationToken);
            return (found.TotalHits.Value, [.. found.ScoreDocs.Select(hit => new OracleHit(hit.Doc, StoredText.Read(reader, hit.Doc, ArticleFields.Id)!, hit.Score, null))]);
        }

        public (long Total, IReadOnlyList<OracleHit> Hits)? Search(string text)
        {
            try
            {
                return Search(_parser.Parse(text));
            }
            catch (QueryParseException)
            {
                return null;
            }
        }
    }
}

using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Tests.Relevance;

/// <summary>The table <c>must-be-first.tsv</c>: queries, what must come first, and why.</summary>
public sealed class MustBeFirstTests(MustBeFirstTests.Articles articles) : IClassFixture<MustBeFirstTests.Articles>
{
    private static readonly string Table = RepoRoot.Combine("tests", "SearchNews.Search.Tests", "Relevance", "must-be-first.tsv");

    /// <summary>Number of the line, articles, query, what is first, parameters, reason.</summary>
    public static IEnumerable<TheoryDataRow<int, string, string, string, string, string>> Rows() => File.ReadLines(Table)
        .Select((line, i) => (Line: line, Number: i + 1))
        .Where(row => !row.Line.StartsWith('#'))
        .Select(row => (Fields: row.Line.Split('\t'), row.Number))
        .Select(row => new TheoryDataRow<int, string, string, string, string, string>(row.Number, row.Fields[0], row.Fields[1], row.Fields[2], row.Fields[3], row.Fields[4]));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Search_Query_HasTheExpectedArticleFirst(int line, string folder, string query, string first, string parameters, string reason)
    {
        EmbeddedBackend backend = folder == "azure" ? articles.Azure : articles.Sample;
        SearchRequest request = SearchParameters.Parse([new("q", query), .. Split(parameters)], articles.Now(folder));
        SearchResponse response = await backend.SearchAsync(request with { Explain = 1 }, TestContext.Current.CancellationToken);
        string found = string.Join('\n', response.Hits.Take(3).Select(hit => $"  {hit.Id}: {hit.Explain?.Sentence}"));
        response.Hits.Select(hit => hit.Id).FirstOrDefault().ShouldBe(first, $"line {line}, '{query}' {parameters}: {reason}\n{found}");
    }

    [Fact]
    public void Rows_OfTheTable_AreEnoughAndHaveReasons()
    {
        TheoryDataRow<int, string, string, string, string, string>[] rows = [.. Rows()];
        rows.Count(row => row.Data.Item2 == "sample").ShouldBeGreaterThanOrEqualTo(60);
        rows.ShouldAllBe(row => row.Data.Item6.Length > 0);
        rows.Select(row => (row.Data.Item2, row.Data.Item3, row.Data.Item5)).ShouldBeUnique();
    }

    private static IEnumerable<KeyValuePair<string, string>> Split(string parameters) => parameters
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(parameter => parameter.Split('=', 2))
        .Select(pair => new KeyValuePair<string, string>(pair[0], pair[1]));

    /// <summary>The sample articles and the real ones, each indexed once and searched as of a fixed day.</summary>
    public sealed class Articles : IDisposable
    {
        private readonly TempFolder _folder = new();
        private readonly Lazy<EmbeddedBackend> _sample;
        private readonly RealArticles _real;

        public Articles(RealArticles real)
        {
            _real = real;
            _sample = new Lazy<EmbeddedBackend>(BuildSample);
        }

        internal EmbeddedBackend Sample => _sample.Value;

        internal EmbeddedBackend Azure => field ??= _real.Open(new StillClock(Now("azure")));

        public void Dispose() => _folder.Dispose();

        internal DateTimeOffset Now(string folder) => folder == "azure" ? new DateTimeOffset(2021, 8, 29, 12, 0, 0, TimeSpan.Zero) : new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        private EmbeddedBackend BuildSample()
        {
            var store = new GenerationStore(_folder.Path);
            new IndexBuilder(store).Build(RepoRoot.Combine("index-data", "articles"), cancellationToken: TestContext.Current.CancellationToken);
            return new EmbeddedBackend(store, new StillClock(Now("sample")));
        }
    }
}

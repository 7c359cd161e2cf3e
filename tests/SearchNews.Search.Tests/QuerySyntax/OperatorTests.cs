using SearchNews.Articles;
using SearchNews.Search.Embedded;

namespace SearchNews.Search.Tests.QuerySyntax;

/// <summary>What operators mean, on an index where every answer has more articles than relaxing asks for, so that nothing but the operators decides.</summary>
public sealed class OperatorTests : IDisposable
{
    private const int Copies = 12;

    private static readonly string[] Words = ["alpha", "bravo", "candle", "delta"];

    // Every set of the four words, twelve times; half of the copies are of each site.
    private readonly TestIndex _index = TestIndex.Of(
        [.. Enumerable.Range(0, Copies << Words.Length).Select(i => SomeArticles.Titled($"{i:D3}", $"title {string.Join(' ', Words.Where((_, word) => Has(i, word)))}") with
        {
            Provider = new ArticleProvider("P", IsOfNasa(i) ? "nasa.gov" : "esa.int"),
        })],
        segments: 2);

    private static readonly (string Query, Func<int, bool> Holds)[] Table =
    [
        ("alpha", i => A(i)),
        ("alpha bravo", i => A(i) && B(i)),
        ("alpha AND bravo", i => A(i) && B(i)),
        ("alpha OR bravo", i => A(i) || B(i)),
        ("alpha OR bravo candle", i => (A(i) || B(i)) && C(i)),
        ("alpha bravo OR candle", i => A(i) && (B(i) || C(i))),
        ("alpha AND bravo OR candle", i => (A(i) && B(i)) || C(i)),
        ("alpha OR bravo AND candle", i => A(i) || (B(i) && C(i))),
        ("alpha AND bravo OR candle AND delta", i => (A(i) && B(i)) || (C(i) && D(i))),
        ("(alpha OR bravo) AND candle", i => (A(i) || B(i)) && C(i)),
        ("alpha AND (bravo OR candle) delta", i => A(i) && (B(i) || C(i)) && D(i)),
        ("alpha OR bravo AND NOT candle", i => A(i) || (B(i) && !C(i))),
        ("-alpha AND bravo OR candle", i => (!A(i) && B(i)) || C(i)),
        ("+alpha OR bravo OR candle", i => A(i) && (B(i) || C(i))),
        ("alpha OR +bravo OR candle", i => (A(i) || C(i)) && B(i)),
        ("+alpha OR bravo", i => A(i) && B(i)),
        ("bravo OR +alpha", i => A(i) && B(i)),
        ("alpha NOT bravo", i => A(i) && !B(i)),
        ("NOT alpha", i => !A(i)),
        ("-(alpha bravo)", i => !(A(i) && B(i))),
        ("-(alpha OR bravo) candle", i => !(A(i) || B(i)) && C(i)),
        ("alpha (-bravo)", i => A(i) && !B(i)),
        ("\"alpha bravo\"", i => A(i) && B(i)),
        ("\"alpha candle\"", i => A(i) && !B(i) && C(i)),
        ("title:alpha -title:bravo", i => A(i) && !B(i)),
        ("alp* brav~", i => A(i) && B(i)),
        ("alpha site:nasa.gov", i => A(i) && IsOfNasa(i)),
        ("alpha (site:nasa.gov OR site:nowhere.example)", i => A(i) && IsOfNasa(i)),
        ("alpha OR site:nasa.gov", i => A(i) || IsOfNasa(i)),
        ("alpha AND site:nasa.gov OR bravo", i => (A(i) && IsOfNasa(i)) || B(i)),
        ("alpha -site:nasa.gov", i => A(i) && !IsOfNasa(i)),
        ("alpha (-site:nasa.gov)", i => A(i) && !IsOfNasa(i)),
    ];

    public void Dispose() => _index.Dispose();

    [Fact]
    public void Find_Operators_MeanWhatTheTableSays()
    {
        foreach ((string query, Func<int, bool> holds) in Table)
        {
            string[] expected = [.. Enumerable.Range(0, Copies << Words.Length).Where(holds).Select(i => $"{i:D3}")];
            expected.Length.ShouldBeGreaterThan(SearchExecution.RelaxBelow, query);
            _index.Find(query).ShouldBe(expected, query);
            _index.Search(query).Meta.Relaxed.ShouldBeFalse(query);
        }
    }

    private static bool Has(int article, int word) => (article / Copies & (1 << word)) != 0;

    private static bool IsOfNasa(int article) => article % 2 == 0;

    private static bool A(int article) => Has(article, 0);

    private static bool B(int article) => Has(article, 1);

    private static bool C(int article) => Has(article, 2);

    private static bool D(int article) => Has(article, 3);
}

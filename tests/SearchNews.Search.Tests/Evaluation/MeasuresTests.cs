using SearchNews.Search.Evaluation;

namespace SearchNews.Search.Tests.Evaluation;

public sealed class MeasuresTests
{
    [Fact]
    public void Of_KnownList_IsWhatTheHandComputes()
    {
        var grades = new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 2, ["b"] = 1, ["c"] = 1 };
        QueryMeasures measures = QueryMeasures.Of(["x", "b", "a", .. Enumerable.Range(0, 17).Select(i => $"y{i}"), "c"], grades);
        measures.Ndcg10.ShouldBe(((1 / Math.Log2(3)) + (2 / 2.0)) / (2 + (1 / Math.Log2(3)) + 0.5), 1e-12);
        measures.Mrr10.ShouldBe(0.5);
        measures.Recall10.ShouldBe(2 / 3.0, 1e-12);
        measures.Recall100.ShouldBe(1);
        measures.Hit1.ShouldBe(0);
        measures.Map1000.ShouldBe(((1 / 2.0) + (2 / 3.0) + (3 / 21.0)) / 3, 1e-12);
    }

    [Fact]
    public void Of_BeyondDepth_IsNotCounted()
    {
        var grades = new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 1 };
        string[] Before(int n) => [.. Enumerable.Range(0, n).Select(i => $"y{i}"), "a"];
        (QueryMeasures.Of(Before(9), grades).Mrr10, QueryMeasures.Of(Before(10), grades).Mrr10).ShouldBe((0.1, 0));
        (QueryMeasures.Of(Before(99), grades).Recall100, QueryMeasures.Of(Before(100), grades).Recall100).ShouldBe((1, 0));
        QueryMeasures.Of(Before(999), grades).Map1000.ShouldBe(0.001, 1e-12);
        QueryMeasures.Of(Before(1000), grades).Map1000.ShouldBe(0);
        QueryMeasures.Of([], grades).ShouldBe(new QueryMeasures(0, 0, 0, 0, 0, 0));
    }

    [Theory]
    [InlineData("q1\ta\t1\n\nq1\tb\tx\n", "r.tsv:3: the grade 'x'")]
    [InlineData("q1\ta\t1\nq1\tb\n", "r.tsv:2: 2 columns, expected 3")]
    [InlineData("q1\ta\t1.5\n", "r.tsv:1: the grade '1.5'")]
    public void Read_BadLine_IsNamed(string text, string message)
    {
        using var folder = new TempFolder();
        string path = folder.WriteFile("r.tsv", text);
        Should.Throw<InvalidDataException>(() => JudgedSet.ReadSimilar(path)).Message.ShouldStartWith(message);
    }

    [Fact]
    public void Read_QueriesWithoutRelevantArticles_AreLeftOut()
    {
        using var folder = new TempFolder();
        JudgedSet set = JudgedSet.Read(folder.WriteFile("q.tsv", "q1\tone\tkind\nq2\ttwo\nq3\tthree\n"), folder.WriteFile("r.tsv", "q1\ta\t2\nq2\tb\t0\nq1\tb\t-1\nq3\tb\t-1\n"));
        set.Queries.ShouldHaveSingleItem().Grades.Keys.ShouldBe(["a"]);
    }

    [Fact]
    public void Interval95_EqualValues_IsThatValue()
    {
        Bootstrap.Interval95([0.25, 0.25, 0.25]).ShouldBe([0.25, 0.25]);
        double[] interval = Bootstrap.Interval95([.. Enumerable.Range(0, 100).Select(i => (double)(i % 2))]);
        interval[0].ShouldBeInRange(0.37, 0.43);
        interval[1].ShouldBeInRange(0.57, 0.63);
    }
}

using SearchNews.Search.Evaluation;

namespace SearchNews.Search.Tests.Evaluation;

public sealed class TestCollectionTests
{
    // What Apache Lucene 8.8.1 measures: EnglishAnalyzer, BM25 (1.2, 0.75), title and text in one field, any word.
    [Theory]
    [InlineData("cranfield", 225, .424, .412)]
    [InlineData("time", 82, .687, .625)]
    [InlineData("cisi", 76, .371, .208)]
    [InlineData("npl", 93, .432, .285)]
    public void Measure_ClassicCollection_GivesLucenesFigures(string name, int queries, double ndcg10, double map1000)
    {
        EvaluationReport report = new TestCollection(Corpus.Collection(name)).Measure(TestContext.Current.CancellationToken);

        report.Queries.ShouldBe(queries);
        Math.Round(report.Ndcg10, 3).ShouldBe(ndcg10);
        Math.Round(report.Map1000, 3).ShouldBe(map1000);
    }

    [Fact]
    public void Create_FolderWithoutItsFiles_NamesWhatIsMissing()
    {
        using var folder = new TempFolder();
        folder.WriteFile("docs.jsonl", "");

        Should.Throw<FileNotFoundException>(() => new TestCollection(folder.Path)).Message.ShouldContain("queries.tsv");
    }
}

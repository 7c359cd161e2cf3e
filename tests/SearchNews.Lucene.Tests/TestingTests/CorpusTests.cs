namespace SearchNews.Lucene.Tests.TestingTests;

public sealed class CorpusTests
{
    [Fact]
    public void AzureNewsFolder_WithCorpus_HoldsAllArticles()
    {
        Corpus.SkipUnlessAvailable();

        Directory.EnumerateFiles(Corpus.AzureNewsFolder, "*.md").Count().ShouldBe(4958);
    }

    [Fact]
    public void Files_WithCorpus_AreThere()
    {
        Corpus.SkipUnlessAvailable();

        File.ReadLines(Corpus.KeywordQueries).Count().ShouldBe(419);
        File.ReadLines(Corpus.KeywordQrels).Count().ShouldBe(1519);
        File.ReadLines(Corpus.SimilarQrels).Count().ShouldBe(6560);
        File.Exists(Path.Combine(Corpus.Collection("cranfield"), "docs.jsonl")).ShouldBeTrue();
    }
}

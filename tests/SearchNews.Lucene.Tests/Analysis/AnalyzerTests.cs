using SearchNews.Lucene.Analysis;

namespace SearchNews.Lucene.Tests.Analysis;

public sealed class AnalyzerTests
{
    [Fact]
    public void Analyze_Whitespace_SplitsAndCounts()
    {
        new WhitespaceAnalyzer().Analyze(" one  Two\u00A0three").ShouldBe(
        [
            new AnalyzedToken("one", 0, 1, 4),
            new AnalyzedToken("Two", 1, 6, 9),
            new AnalyzedToken("three", 2, 10, 15),
        ]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("One two, #3")]
    public void Analyze_Keyword_IsOneUnchangedToken(string value) =>
        new KeywordAnalyzer().Analyze(value).ShouldBe([new AnalyzedToken(value, 0, 0, value.Length)]);

    [Fact]
    public void Analyze_KeywordLongerThanTheBuffer_KeepsAllUnits()
    {
        string value = new('x', 5000);
        new KeywordAnalyzer().Analyze(value).ShouldHaveSingleItem().Term.ShouldBe(value);
    }

    [Fact]
    public void Analyze_SeveralValues_ContinuePositionsAndOffsets()
    {
        new WhitespaceAnalyzer().Analyze("a b ", "", "c").ShouldBe(
        [
            new AnalyzedToken("a", 0, 0, 1),
            new AnalyzedToken("b", 1, 2, 3),
            new AnalyzedToken("c", 2, 6, 7),
        ]);
    }

    [Fact]
    public void GetTokenStream_CalledAgain_StartsOver()
    {
        var analyzer = new WhitespaceAnalyzer();
        TokenStream first = analyzer.GetTokenStream("one two");
        first.IncrementToken().ShouldBeTrue();
        TokenStream second = analyzer.GetTokenStream("three");
        second.ShouldBeSameAs(first);
        second.IncrementToken().ShouldBeTrue();
        second.Token.ToString().ShouldBe("three");
        second.IncrementToken().ShouldBeFalse();
        second.FinalOffset.ShouldBe(5);
        second.FinalPositionIncrement.ShouldBe(0);
    }

    [Fact]
    public async Task GetTokenStream_OnAnotherThread_IsAnotherStream()
    {
        var analyzer = new WhitespaceAnalyzer();
        TokenStream here = analyzer.GetTokenStream("one");
        TokenStream there = await Task.Factory.StartNew(
            () => analyzer.GetTokenStream("two"), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        there.ShouldNotBeSameAs(here);
        here.IncrementToken().ShouldBeTrue();
        here.Token.ToString().ShouldBe("one");
    }
}

using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Analysis.News;

namespace SearchNews.Lucene.Tests.Analysis.News;

public sealed class ListedNamesTests
{
    [Theory]
    [InlineData("C#")]
    [InlineData("C#\t")]
    [InlineData("C#\tc sharp\tmore")]
    [InlineData("C#\tc  sharp")]
    [InlineData("C#\tc#")]
    [InlineData("C#\tCsharp")]
    [InlineData("C++\tcp")]
    [InlineData("Csharp\tcsharp")]
    [InlineData("é#\te")]
    [InlineData("\tcsharp")]
    public void Constructor_LineOfAnotherForm_SaysWhich(string line)
    {
        var list = new StringReader("# head\n\n" + line + "\n");
        Should.Throw<FormatException>(() => new ListedNames(list)).Message.ShouldStartWith("Line 3 ");
    }

    [Fact]
    public void Analyze_OwnList_ReplacesTheDefault()
    {
        var names = new ListedNames(new StringReader("J++\tjpp\nJ++.NET\tjdotnet\n"));
        string.Join(' ', new NewsAnalyzer(names).Analyze("J++ C# j++.net").Select(static token => token.Term)).ShouldBe("jpp c jdotnet");
    }

    [Fact]
    public void Filter_NoName_ReturnsTheTextItself()
    {
        var filter = new ListedNamesCharFilter(ListedNames.Default);
        ReadOnlyMemory<char> text = "nothing - to. see #here".AsMemory();
        filter.Filter(text).ShouldBe(text);
        filter.CorrectOffset(7).ShouldBe(7);
    }

    [Fact]
    public void Filter_ManyNames_CorrectsEveryOffset()
    {
        var filter = new ListedNamesCharFilter(ListedNames.Default);
        string text = string.Concat(Enumerable.Repeat("a C#, ", 1000));
        ReadOnlyMemory<char> filtered = filter.Filter(text.AsMemory());
        filtered.ToString().ShouldBe(string.Concat(Enumerable.Repeat("a csharp , ", 1000)));
        for (int i = 0; i < 1000; i++)
        {
            filter.CorrectOffset((i * 11) + 2).ShouldBe((i * 6) + 2);
            filter.CorrectOffset((i * 11) + 8).ShouldBe((i * 6) + 4);
            filter.CorrectOffset((i * 11) + 3).ShouldBe((i * 6) + 3);
            filter.CorrectOffset((i * 11) + 9).ShouldBe((i * 6) + 4);
            filter.CorrectOffset((i * 11) + 10).ShouldBe((i * 6) + 5);
        }
    }
}

using System.Text;
using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Analysis.News;
using SearchNews.Testing;

namespace SearchNews.Lucene.Tests.Analysis.News;

public sealed class NewsAnalyzerTests
{
    private static readonly string List = RepoRoot.Combine("src", "SearchNews.Lucene", "Analysis", "News", "ListedNames.txt");

    private readonly NewsAnalyzer _news = new();
    private readonly WordsAnalyzer _words = new();

    [Theory]
    [InlineData("C# and F#, c++ or .NET", "csharp fsharp cplusplu dotnet")]
    [InlineData("C++11 C#8.0 C++/CLI C++-like", "cplusplu 11 csharp 8.0 cplusplu cli cplusplu like")]
    [InlineData("C#'s C#’s AT&T's .NET's", "csharp csharp att dotnet")]
    [InlineData("C#.NET .NET/C# (.NET) .NET5", "csharp dotnet dotnet csharp dotnet net5")]
    [InlineData("ASP.NET VB.net example.net x.NET", "asp.net vb.net example.net x.net")]
    [InlineData("abc# éC# c#d _c# C#_ 1c# C", "abc ec c d _c c 1c c")]
    [InlineData("vitamin C# 日本語C#入門 c#😀", "vitamin csharp 日 本 語 csharp 入 門 csharp 😀")]
    [InlineData("AZ-500 az-500: (Az-500) AZ-5000 XAZ-500 az500", "az az500 az az500 az az500 az 5000 xaz 500 az500")]
    [InlineData("U.S. U.S.-based U.S.A. the US", "us us base usa us")]
    [InlineData("5G Node.js 802.11ac e-mails", "5g node.j 802.11ac email")]
    [InlineData("Crème brûlée à la Zürich's", "creme brule la zurich")]
    public void Analyze_News_GivesTheTermsAReaderExpects(string text, string terms) =>
        string.Join(' ', _news.Analyze(text).Select(static token => token.Term)).ShouldBe(terms);

    [Theory]
    [InlineData("The C# of the Zürich's runners, 5G", "the csharp of the zürich's runners 5g")]
    [InlineData("To be or not to be", "to be or not to be")]
    public void Analyze_Words_RemovesAndStemsNothing(string text, string terms) =>
        string.Join(' ', _words.Analyze(text).Select(static token => token.Term)).ShouldBe(terms);

    [Fact]
    public void Analyze_ListedNames_HaveTheOffsetsOfTheName()
    {
        _news.Analyze("use C# on .NET for AZ-500!").ShouldBe(
        [
            new AnalyzedToken("us", 0, 0, 3),
            new AnalyzedToken("csharp", 1, 4, 6),
            new AnalyzedToken("dotnet", 3, 10, 14),
            new AnalyzedToken("az", 5, 19, 21),
            new AnalyzedToken("az500", 6, 22, 25),
        ]);
    }

    [Fact]
    public void Analyze_TitleTitleExcerpt_LeavesAGapOfAHundred()
    {
        _news.Analyze("A tale of the", "A tale of the", "cities").Select(static token => token.Position).ShouldBe([1, 105, 208]);
    }

    [Fact]
    public void Analyze_EachDefaultName_GivesItsWordsWithin()
    {
        foreach (ListedName name in ListedNames.Default.All)
        {
            IReadOnlyList<AnalyzedToken> tokens = _words.Analyze($"({name.Name})");
            string.Join(' ', tokens.Select(static token => token.Term)).ShouldBe(name.Words);
            tokens.ShouldAllBe(token => token.StartOffset >= 1 && token.StartOffset < token.EndOffset && token.EndOffset <= name.Name.Length + 1);
            tokens[^1].EndOffset.ShouldBeGreaterThanOrEqualTo(name.Name.Length, name.Name);
        }
    }

    [Fact]
    public void Analyze_RandomTexts_AgreesWithLucene()
    {
        AnalysisOracle.ShouldAgree(_news, "news", RandomTexts.Create(10_000, Seeds.Current), List);
        AnalysisOracle.ShouldAgree(_words, "words", RandomTexts.Create(2_000, Seeds.Current), List);
    }

    [Theory]
    [InlineData("C#")]
    [InlineData("C#7")]
    [InlineData("C++é")]
    [InlineData("az-500")]
    public void Analyze_TokenSplitWithinAName_AgreesWithLucene(string name) =>
        AnalysisOracle.ShouldAgree(_words, "words", [.. Enumerable.Range(240, 20).Select(length => new string('ß', length) + '\u0301' + name)], List);

    [Fact]
    public void Analyze_TextsFullOfNames_AgreesWithLucene()
    {
        Random random = Seeds.Random();
        string[] between = ["", "", "", " ", ".", "'", "'s", "’", "-", "a", "é", "1", "_", "#", "+", "&", "\uFE0F", "\u20E3", "\u0301", "中", ".n", "c", "/4"];
        var texts = new List<string>();
        for (int i = 0; i < 5_000; i++)
        {
            var text = new StringBuilder(Some.Of<string>(random, between));
            for (int names = random.Next(1, 5); names > 0; names--)
            {
                string name = ListedNames.Default.All[random.Next(ListedNames.Default.All.Count)].Name;
                text.Append(random.Next(3) == 0 ? name.ToLowerInvariant() : name).Append(Some.Of<string>(random, between));
            }

            texts.Add(text.ToString());
        }

        AnalysisOracle.ShouldAgree(_news, "news", texts, List);
    }

    [Fact]
    public void Analyze_Articles_AgreesWithLucene()
    {
        AnalysisOracle.ShouldAgree(_news, "news", Articles.Texts(), List);
        AnalysisOracle.ShouldAgree(_words, "words", Articles.Texts(), List);
    }

    [Fact]
    public void Analyze_FieldsOfTitleTitleExcerpt_AgreesWithIndexWriter()
    {
        string[][] fields = [.. Articles.Read().Where(static article => article.Length == 2).Take(400).Select(static article => (string[])[article[0], article[0], article[1]])];
        AnalysisOracle.ShouldAgreeOnFields(_news, "news", fields, List);
    }
}

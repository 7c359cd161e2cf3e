using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Analysis.English;
using SearchNews.Testing;

namespace SearchNews.Lucene.Tests.Analysis.English;

public sealed class EnglishAnalyzerTests
{
    private readonly EnglishAnalyzer _analyzer = new();

    // A number after a term is its position increment, where it is not 1. From Lucene 8.8.1.
    [Theory]
    [InlineData(
        "The quick-brown fox's U.S.A. e-mail: foo.bar@example.org isn't 3.14 or 1,234.56 don't",
        "quick(2) brown fox u.s.a e mail foo.bar example.org isn't 3.14 1,234.56(2) don't")]
    [InlineData(
        "state-of-the-art C++ C# .NET node.js O'Neil's dogs' rock_n_roll AT&T",
        "state art(3) c c net node.j o'neil dog rock_n_rol t(2)")]
    [InlineData(
        "café naïve 中文 ひらがな カタカナ 한국어 1st x86_64 v1.2.3 10:30 a.b.c 3rd-party",
        "café naïv 中 文 ひ ら が な カタカナ 한국어 1st x86_64 v1.2.3 10 30 a.b.c 3rd parti")]
    [InlineData(
        "running runs easily flies died agreed relational conditional rational digitizer vietnamization operator hopefulness sensibiliti",
        "run run easili fli di agre relat condit ration digit vietnam oper hope sensibl")]
    [InlineData(
        "triplicate formative electriciti goodness revival allowance airliner adjustable replacement adjustment adoption communism activate effective bowdlerize probate rate cease controll roll",
        "triplic form electr good reviv allow airlin adjust replac adjust adopt commun activ effect bowdler probat rate ceas control roll")]
    [InlineData(
        "sky skies dying lying news innings ponies ties caress cats feed plastered sized hopping falling hissing filing happy by is as us oed",
        "sky ski dy ly new in poni ti caress cat feed plaster size hop fall hiss file happi us(4) o")]
    [InlineData("It’s John＇s boys’ İstanbul MASSEß", "john(2) boi istanbul masseß")]
    public void Analyze_ReferenceTexts_GivesLucenesTerms(string text, string expected)
    {
        int before = -1;
        var terms = new List<string>();
        foreach (AnalyzedToken token in _analyzer.Analyze(text))
        {
            int increment = token.Position - before;
            before = token.Position;
            terms.Add(increment == 1 ? token.Term : $"{token.Term}({increment})");
        }

        string.Join(' ', terms).ShouldBe(expected);
    }

    [Fact]
    public void Analyze_StoppedEnd_CountsForTheNextValue()
    {
        TokenStream stream = _analyzer.GetTokenStream("fox of the ");
        stream.IncrementToken().ShouldBeTrue();
        stream.IncrementToken().ShouldBeFalse();
        stream.FinalPositionIncrement.ShouldBe(2);
        stream.FinalOffset.ShouldBe(11);
        _analyzer.Analyze("fox of the ", "hen").ShouldBe([new AnalyzedToken("fox", 0, 0, 3), new AnalyzedToken("hen", 3, 12, 15)]);
    }

    [Theory]
    [InlineData("\uD83D")]
    [InlineData("a\uDE00b\uD83D")]
    [InlineData("\uD83D\uD83D\uDE00\uDE00")]
    public void Analyze_LoneSurrogates_AgreesWithLucene(string text) => AnalysisOracle.ShouldAgree(_analyzer, "english", [text]);

    [Fact]
    public void Analyze_RandomTexts_AgreesWithLucene() =>
        AnalysisOracle.ShouldAgree(_analyzer, "english", RandomTexts.Create(10_000, Seeds.Current));

    [Fact]
    public void Analyze_Articles_AgreesWithLucene() =>
        AnalysisOracle.ShouldAgree(_analyzer, "english", Articles.Texts());

    [Fact]
    public void Analyze_FieldsOfSeveralValues_AgreesWithIndexWriter()
    {
        Random random = Seeds.Random();
        List<string[]> fields = [["one of the", "of", "", "two's of", "three"]];
        for (int i = 0; i < 300; i++)
            fields.Add([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => RandomTexts.Create(random))]);
        AnalysisOracle.ShouldAgreeOnFields(_analyzer, "english", fields);
    }

    [Fact]
    public void IncrementToken_OnWarmChain_AllocatesNothing()
    {
        string text = string.Concat(RandomTexts.Create(200, Seeds.Current));
        Drain(text);
        long before = GC.GetAllocatedBytesForCurrentThread();
        int tokens = Drain(text);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        tokens.ShouldBeGreaterThan(100);
    }

    private int Drain(string text)
    {
        int tokens = 0;
        TokenStream stream = _analyzer.GetTokenStream(text);
        while (stream.IncrementToken())
            tokens++;
        return tokens;
    }
}

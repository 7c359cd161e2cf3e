using SearchNews.Lucene.Analysis;

namespace SearchNews.Lucene.Tests.Analysis;

public sealed class CharacterFilterTests
{
    private readonly string[] _everyCodePoint = [.. Unicode9.Varied.Select(static c => char.ConvertFromUtf32(c) + "é").Order(StringComparer.Ordinal)];

    [Fact]
    public void LowerCase_EveryCodePoint_AgreesWithJava() =>
        AnalysisOracle.ShouldAgree(new Keyword(static input => new LowerCaseFilter(input)), "lower", _everyCodePoint);

    [Fact]
    public void AsciiFolding_EveryCodePoint_AgreesWithLucene() =>
        AnalysisOracle.ShouldAgree(new Keyword(static input => new AsciiFoldingFilter(input)), "fold", _everyCodePoint);

    [Theory]
    [InlineData("ÀÉÎ ŒUVRE İIΣ Ⓐ", "àéî œuvre iiσ ⓐ")]
    [InlineData("X\U00010400\uD801", "x\U00010428\uD801")]
    [InlineData("\uDC00É\uD801", "\uDC00é\uD801")]
    [InlineData("", "")]
    public void LowerCase_MixedTerms_MapsEachCodePoint(string term, string expected) =>
        new Keyword(static input => new LowerCaseFilter(input)).Analyze(term)[0].Term.ShouldBe(expected);

    [Theory]
    [InlineData("Crème brûlée", "Creme brulee")]
    [InlineData("ßﬃ⑳⑿中😀", "ssffi20(12)中😀")]
    public void AsciiFolding_MixedTerms_WritesAscii(string term, string expected) =>
        new Keyword(static input => new AsciiFoldingFilter(input)).Analyze(term)[0].Term.ShouldBe(expected);

    [Fact]
    public void AsciiFolding_LongTerm_GrowsTheBuffer() =>
        new Keyword(static input => new AsciiFoldingFilter(input)).Analyze(new string('⑿', 1000))[0].Term
            .ShouldBe(string.Concat(Enumerable.Repeat("(12)", 1000)));

    private sealed class Keyword(Func<TokenStream, TokenFilter> filter) : Analyzer("filter")
    {
        protected override AnalysisChain CreateChain()
        {
            var tokenizer = new KeywordTokenizer();
            return new AnalysisChain(tokenizer, filter(tokenizer));
        }
    }
}

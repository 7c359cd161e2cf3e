using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Analysis.Standard;
using SearchNews.Testing;

namespace SearchNews.Lucene.Tests.Analysis.Standard;

public sealed class StandardTokenizerTests
{
    // One code point of each class, in the order of WordBreakClass.
    private static readonly string[] Classes =
    [
        " ", "\"", "#", "'", ",", ".", "1", "a", ":", "_", "😀", "\u0301", "א", "ก", "ั", "\u200D", "\u20E3", "ℹ", "☝", "中", "〱", "\uFE0E", "\uFE0F", "🇦", "🏻",
    ];

    private readonly StandardAnalyzer _analyzer = new();

    [Fact]
    public void IncrementToken_ReferenceText_GivesLucenesTerms()
    {
        const string Text = "foo:bar a:1 x.1 1.x a,b 1,2 1;2 a;b a.b. 'q' it''s a_b _a_ __ a·b 5% １２ a1b2 1a.2b";
        string.Join(' ', _analyzer.Analyze(Text).Select(static token => token.Term))
            .ShouldBe("foo:bar a 1 x 1 1 x a b 1,2 1;2 a b a.b q it s a_b _a_ a·b 5 １２ a1b2 1a 2b");
    }

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(511)]
    public void IncrementToken_LongRun_IsSplit(int length)
    {
        IReadOnlyList<AnalyzedToken> tokens = _analyzer.Analyze(new string('x', length));
        tokens.Count.ShouldBe((length + 254) / 255);
        tokens[^1].ShouldBe(new AnalyzedToken(new string('x', ((length - 1) % 255) + 1), tokens.Count - 1, (tokens.Count - 1) * 255, length));
    }

    [Fact]
    public void IncrementToken_LongRunOfPairs_KeepsThemWhole()
    {
        string text = "x" + string.Concat(Enumerable.Repeat("\U0001D400", 300));
        _analyzer.Analyze(text).Select(static token => (token.StartOffset, token.EndOffset)).ShouldBe([(0, 255), (255, 509), (509, 601)]);
    }

    [Fact]
    public void IncrementToken_AllSequencesOfThreeClasses_AgreesWithLucene()
    {
        Classes.Length.ShouldBe(Enum.GetValues<WordBreakClass>().Length);
        AnalysisOracle.ShouldAgree(_analyzer, "standard", [.. Sequences(3)]);
    }

    [Fact]
    public void IncrementToken_SequencesOfClasses_AgreesWithLucene()
    {
        Random random = Seeds.Random();
        string[] texts = [.. Enumerable.Range(0, 50_000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(4, 12)).Select(_ => Some.Of<string>(random, Classes))))];
        AnalysisOracle.ShouldAgree(_analyzer, "standard", texts);
    }

    [Fact]
    public void IncrementToken_EveryCodePoint_AgreesWithLucene()
    {
        string[] texts = [.. Unicode9.Varied.Select(char.ConvertFromUtf32).Select(static c => $"{c}a{c}_{c} 1{c}1\u0E31{c}. a{c}a \u200D{c}\u200D{c} 👋{c} א{c}א \uFE0F{c}\u20E3 {c}:a{c}")];
        AnalysisOracle.ShouldAgree(_analyzer, "standard", texts);
    }

    private static IEnumerable<string> Sequences(int length) => length == 0
        ? [""]
        : Sequences(length - 1).SelectMany(static _ => Classes, static (before, c) => before + c);

    private sealed class StandardAnalyzer() : Analyzer("standard")
    {
        protected override AnalysisChain CreateChain()
        {
            var tokenizer = new StandardTokenizer();
            return new AnalysisChain(tokenizer, tokenizer);
        }
    }
}

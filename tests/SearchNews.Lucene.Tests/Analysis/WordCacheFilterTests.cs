using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Analysis.English;
using SearchNews.Lucene.Analysis.News;
using SearchNews.Lucene.Analysis.Standard;

namespace SearchNews.Lucene.Tests.Analysis;

/// <summary>With a memory of words, a chain gives what its filters give in a plain row.</summary>
public sealed class WordCacheFilterTests
{
    public static TheoryData<string> Rows => new("english", "news", "words");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Tokens_AnyTextsAgainAndAgain_AreThoseOfThePlainRow(string row)
    {
        Func<TokenStream, TokenStream> filters = Filters(row);
        (StandardTokenizer plain, TokenStream expected) = Plain(filters);
        StandardTokenizer tokenizer = new();
        WordCacheFilter cached = new(tokenizer, filters);
        List<string> texts = RandomTexts.Create(2_000, Seeds.Current);
        foreach (string text in texts.Concat(texts).Append("").Append(new string('a', 600) + " the a of"))
            Read(tokenizer, cached, text).ShouldBe(Read(plain, expected, text), text);
    }

    [Fact]
    public void Tokens_MoreWordsThanItKeeps_AreThoseOfThePlainRow()
    {
        (StandardTokenizer plain, TokenStream expected) = Plain(EnglishAnalyzer.Filters);
        StandardTokenizer tokenizer = new();
        WordCacheFilter cached = new(tokenizer, EnglishAnalyzer.Filters);
        for (int i = 0; i < 2.5 * WordCacheFilter.MaxWords; i += 16)
        {
            string text = string.Join(' ', Enumerable.Range(i, 16).Select(n => $"running x{n}s the Y{n / 3}")) + " of";
            Read(tokenizer, cached, text).ShouldBe(Read(plain, expected, text));
        }
    }

    [Fact]
    public void WordKey_OfTwoChains_StandsForOneTerm()
    {
        Dictionary<long, string> terms = [];
        List<string> texts = RandomTexts.Create(500, Seeds.Current);
        for (int chain = 0; chain < 2; chain++)
        {
            StandardTokenizer tokenizer = new();
            WordCacheFilter cached = new(tokenizer, EnglishAnalyzer.Filters);
            int before = terms.Count;
            foreach (string text in texts.Concat(texts))
            {
                tokenizer.SetText(text.AsMemory());
                cached.Reset();
                while (cached.IncrementToken())
                {
                    if (cached.Token.WordKey == Token.NoWord) continue;
                    terms.TryAdd(cached.Token.WordKey, cached.Token.ToString());
                    cached.Token.ToString().ShouldBe(terms[cached.Token.WordKey]);
                }
            }

            terms.Count.ShouldBeGreaterThan(before);
        }
    }

    [Fact]
    public void Analyzers_GiveWordKeys()
    {
        foreach (Analyzer analyzer in new Analyzer[] { new EnglishAnalyzer(), new NewsAnalyzer(), new WordsAnalyzer() })
        {
            TokenStream stream = analyzer.GetTokenStream("word");
            stream.IncrementToken().ShouldBeTrue();
            stream.Token.WordKey.ShouldBeGreaterThan(0);
        }
    }

    private static Func<TokenStream, TokenStream> Filters(string row) => row switch
    {
        "english" => EnglishAnalyzer.Filters,
        "news" => NewsAnalyzer.Filters,
        _ => words => new LowerCaseFilter(words),
    };

    private static (StandardTokenizer Tokenizer, TokenStream End) Plain(Func<TokenStream, TokenStream> filters)
    {
        StandardTokenizer tokenizer = new();
        return (tokenizer, filters(tokenizer));
    }

    private static List<string> Read(Tokenizer tokenizer, TokenStream end, string text)
    {
        tokenizer.SetText(text.AsMemory());
        end.Reset();
        List<string> tokens = [];
        while (end.IncrementToken()) tokens.Add($"{end.Token} {end.Token.PositionIncrement} {end.Token.StartOffset} {end.Token.EndOffset}");
        tokens.Add($"end {end.FinalOffset} {end.FinalPositionIncrement}");
        return tokens;
    }
}

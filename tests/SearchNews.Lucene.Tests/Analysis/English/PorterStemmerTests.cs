using System.Text;
using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Analysis.English;
using SearchNews.Testing;

namespace SearchNews.Lucene.Tests.Analysis.English;

public sealed class PorterStemmerTests
{
    private static readonly string[] Parts =
    [
        "a", "e", "i", "o", "u", "y", "y", "s", "t", "l", "z", "w", "x", "b", "c", "at", "bl", "iz", "sses", "ies", "eed", "ed", "ing", "ational",
        "tional", "enci", "anci", "izer", "bli", "alli", "entli", "eli", "ousli", "ization", "ation", "ator", "alism", "iveness", "fulness",
        "ousness", "aliti", "iviti", "biliti", "logi", "icate", "ative", "alize", "iciti", "ical", "ful", "ness", "al", "ance", "ence", "er",
        "ic", "able", "ible", "ant", "ement", "ment", "ent", "sion", "tion", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize", "ll", "é", "9",
    ];

    [Fact]
    public void Stem_RandomWords_AgreesWithLucene()
    {
        Random random = Seeds.Random();
        List<string> words = [.. Parts];
        for (int i = 0; i < 50_000; i++)
        {
            var word = new StringBuilder();
            for (int parts = random.Next(1, 6); parts > 0; parts--)
                word.Append(Some.Of<string>(random, Parts));
            words.Add(word.ToString());
        }

        AnalysisOracle.ShouldAgree(new PorterAnalyzer(), "porter", words);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("as")]
    [InlineData("\uD83D\uDE00s")]
    public void Stem_ShortWords_Stay(string word)
    {
        char[] buffer = word.ToCharArray();
        int length = PorterStemmer.Stem(buffer);
        new string(buffer, 0, length).ShouldBe(word.Length > 2 ? word[..^1] : word);
    }

    private sealed class PorterAnalyzer() : Analyzer("porter")
    {
        protected override AnalysisChain CreateChain()
        {
            var tokenizer = new KeywordTokenizer();
            return new AnalysisChain(tokenizer, new PorterStemFilter(tokenizer));
        }
    }
}

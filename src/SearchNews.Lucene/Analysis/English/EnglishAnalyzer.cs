using SearchNews.Lucene.Analysis.Standard;

namespace SearchNews.Lucene.Analysis.English;

/// <summary>
/// Lucene's EnglishAnalyzer, token for token: words of UAX #29, possessive, lower case, stop words, Porter stems.
/// </summary>
public sealed class EnglishAnalyzer : Analyzer
{
    /// <summary>Creates the analyzer.</summary>
    public EnglishAnalyzer()
        : base("english")
    {
    }

    /// <inheritdoc/>
    protected override AnalysisChain CreateChain()
    {
        var tokenizer = new StandardTokenizer();
        return new AnalysisChain(tokenizer, new WordCacheFilter(tokenizer, Filters));
    }

    /// <inheritdoc/>
    protected override TokenStream CreateNormalization(TokenStream whole) => new LowerCaseFilter(whole);

    /// <summary>The filters in a plain row.</summary>
    internal static TokenStream Filters(TokenStream words) =>
        new PorterStemFilter(new StopFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)), EnglishStopWords.Set));
}

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
        var end = new PorterStemFilter(new StopFilter(new LowerCaseFilter(new EnglishPossessiveFilter(tokenizer)), EnglishStopWords.Set));
        return new AnalysisChain(tokenizer, end);
    }

    /// <inheritdoc/>
    protected override TokenStream CreateNormalization(TokenStream whole) => new LowerCaseFilter(whole);
}

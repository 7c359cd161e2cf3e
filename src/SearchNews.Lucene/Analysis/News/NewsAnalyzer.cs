using SearchNews.Lucene.Analysis.English;
using SearchNews.Lucene.Analysis.Standard;

namespace SearchNews.Lucene.Analysis.News;

/// <summary>
/// For the titles and excerpts of articles: <see cref="EnglishAnalyzer"/> with listed names kept whole and accents folded.
/// </summary>
/// <remarks>Listed names, words of UAX #29, possessive, lower case, ASCII folding, stop words, Porter stems.</remarks>
public sealed class NewsAnalyzer : Analyzer
{
    private readonly ListedNames _names;

    /// <summary>Creates the analyzer with a list of names, or the one that is built in.</summary>
    public NewsAnalyzer(ListedNames? names = null)
        : base("news") => _names = names ?? ListedNames.Default;

    /// <summary>Wide enough that no phrase matches across two values, however sloppy.</summary>
    public override int PositionIncrementGap => 100;

    /// <inheritdoc/>
    protected override AnalysisChain CreateChain()
    {
        var tokenizer = new StandardTokenizer(new ListedNamesCharFilter(_names));
        return new AnalysisChain(tokenizer, new WordCacheFilter(tokenizer, Filters));
    }

    /// <inheritdoc/>
    protected override TokenStream CreateNormalization(TokenStream whole) => new AsciiFoldingFilter(new LowerCaseFilter(whole));

    /// <summary>The filters in a plain row.</summary>
    internal static TokenStream Filters(TokenStream words) =>
        new PorterStemFilter(new StopFilter(new AsciiFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words))), EnglishStopWords.Set));
}

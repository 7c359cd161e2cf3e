using SearchNews.Lucene.Analysis.Standard;

namespace SearchNews.Lucene.Analysis.News;

/// <summary>
/// For exact phrases, words shown to people and spelling: every word in lower case, none removed, none stemmed or folded.
/// Listed names are kept whole as in <see cref="NewsAnalyzer"/>, so that a phrase with <c>C#</c> in it finds just that.
/// </summary>
public sealed class WordsAnalyzer : Analyzer
{
    private readonly ListedNames _names;

    /// <summary>Creates the analyzer with a list of names, or the one that is built in.</summary>
    public WordsAnalyzer(ListedNames? names = null)
        : base("words") => _names = names ?? ListedNames.Default;

    /// <inheritdoc cref="NewsAnalyzer.PositionIncrementGap"/>
    public override int PositionIncrementGap => 100;

    /// <inheritdoc/>
    protected override AnalysisChain CreateChain()
    {
        var tokenizer = new StandardTokenizer(new ListedNamesCharFilter(_names));
        return new AnalysisChain(tokenizer, new WordCacheFilter(tokenizer, static words => new LowerCaseFilter(words)));
    }

    /// <inheritdoc/>
    protected override TokenStream CreateNormalization(TokenStream whole) => new LowerCaseFilter(whole);
}

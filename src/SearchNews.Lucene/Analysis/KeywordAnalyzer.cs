namespace SearchNews.Lucene.Analysis;

/// <summary>Makes one token of the whole value, unchanged; of an empty value an empty token, as Lucene does.</summary>
public sealed class KeywordAnalyzer : Analyzer
{
    /// <summary>Creates the analyzer.</summary>
    public KeywordAnalyzer()
        : base("keyword")
    {
    }

    /// <inheritdoc/>
    protected override AnalysisChain CreateChain()
    {
        var tokenizer = new KeywordTokenizer();
        return new AnalysisChain(tokenizer, tokenizer);
    }
}

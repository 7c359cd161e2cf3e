namespace SearchNews.Lucene.Analysis;

/// <summary>Words between white space, unchanged: for tests and hand-made indexes where terms must be predictable.</summary>
public sealed class WhitespaceAnalyzer : Analyzer
{
    /// <summary>Creates the analyzer.</summary>
    public WhitespaceAnalyzer()
        : base("whitespace")
    {
    }

    /// <inheritdoc/>
    protected override AnalysisChain CreateChain()
    {
        var tokenizer = new WhitespaceTokenizer();
        return new AnalysisChain(tokenizer, tokenizer);
    }
}

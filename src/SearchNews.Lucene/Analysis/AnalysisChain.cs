namespace SearchNews.Lucene.Analysis;

/// <summary>The two ends of a chain: the tokenizer that takes the text and the stream that yields the tokens.</summary>
/// <param name="Tokenizer">The source.</param>
/// <param name="End">The last filter, or the tokenizer itself.</param>
public sealed record AnalysisChain(Tokenizer Tokenizer, TokenStream End);

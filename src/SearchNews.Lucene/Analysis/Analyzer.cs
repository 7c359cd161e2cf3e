using System.Diagnostics.CodeAnalysis;

namespace SearchNews.Lucene.Analysis;

/// <summary>Turns text into the tokens that are indexed or searched.</summary>
/// <remarks>
/// Safe to share between threads: each thread gets its own chain, made once and reused. The values of a field follow
/// each other as in Lucene's inverter: after a value the position grows by <see cref="TokenStream.FinalPositionIncrement"/>
/// and <see cref="PositionIncrementGap"/>, the offset by <see cref="TokenStream.FinalOffset"/> and <see cref="OffsetGap"/>.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "Analyzers are few and long-lived, and a chain holds only managed memory.")]
public abstract class Analyzer
{
    private readonly ThreadLocal<AnalysisChain> _chain;

    /// <summary>Names the analyzer.</summary>
    protected Analyzer(string name)
    {
        Name = name;
        _chain = new ThreadLocal<AnalysisChain>(CreateChain);
    }

    /// <summary>The name under which schemas refer to this analyzer.</summary>
    public string Name { get; }

    /// <summary>Positions between the last token of a value and the first of the field's next value, beyond the usual 1.</summary>
    public virtual int PositionIncrementGap => 0;

    /// <summary>Units between the end of a value and the start of the field's next value.</summary>
    public virtual int OffsetGap => 1;

    /// <summary>The tokens of <paramref name="text"/>, ready for the first <see cref="TokenStream.IncrementToken"/>.</summary>
    /// <remarks>Valid on this thread until it calls the same analyzer again.</remarks>
    public TokenStream GetTokenStream(string text) => GetTokenStream(text.AsMemory());

    /// <inheritdoc cref="GetTokenStream(string)"/>
    public TokenStream GetTokenStream(ReadOnlyMemory<char> text)
    {
        AnalysisChain chain = _chain.Value!;
        chain.Tokenizer.SetText(text);
        chain.End.Reset();
        return chain.End;
    }

    /// <summary>
    /// The text in one piece, with letters changed as in terms of this analyzer, but nothing split, removed or stemmed: for beginnings of words,
    /// patterns and ends of ranges.
    /// </summary>
    public string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var whole = new KeywordTokenizer();
        TokenStream end = CreateNormalization(whole);
        whole.SetText(text.AsMemory());
        end.Reset();
        return end.IncrementToken() ? end.Token.ToString() : "";
    }

    /// <summary>All tokens of the values of one field, with positions and offsets as they are indexed.</summary>
    public IReadOnlyList<AnalyzedToken> Analyze(params ReadOnlySpan<string> values)
    {
        var tokens = new List<AnalyzedToken>();
        int position = -1;
        int offset = 0;
        foreach (string value in values)
        {
            TokenStream stream = GetTokenStream(value);
            while (stream.IncrementToken())
            {
                Token token = stream.Token;
                position += token.PositionIncrement;
                tokens.Add(new AnalyzedToken(token.ToString(), position, offset + token.StartOffset, offset + token.EndOffset));
            }

            position += stream.FinalPositionIncrement + PositionIncrementGap;
            offset += stream.FinalOffset + OffsetGap;
        }

        return tokens;
    }

    /// <summary>Makes a chain for one thread.</summary>
    protected abstract AnalysisChain CreateChain();

    /// <summary>Puts the filters that change single letters behind a token for <see cref="Normalize"/>; none by default.</summary>
    protected virtual TokenStream CreateNormalization(TokenStream whole) => whole;
}

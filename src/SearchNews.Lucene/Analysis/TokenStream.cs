namespace SearchNews.Lucene.Analysis;

/// <summary>
/// A source of tokens: a <see cref="Tokenizer"/> over text, or a <see cref="TokenFilter"/> over another stream.
/// </summary>
/// <remarks>
/// Use: <c>while (stream.IncrementToken()) { ... stream.Token ... }</c>, then read <see cref="FinalOffset"/> and
/// <see cref="FinalPositionIncrement"/>, which describe the end of the text as Lucene's <c>end()</c> does and are
/// defined only after <see cref="IncrementToken"/> returned false. Belongs to one thread.
/// </remarks>
public abstract class TokenStream
{
    /// <summary>Creates the first stream of a chain, or one that shares the token of its input.</summary>
    private protected TokenStream(Token token) => Token = token;

    /// <summary>The token the last <see cref="IncrementToken"/> moved to; one instance for the whole chain.</summary>
    public Token Token { get; }

    /// <summary>Moves to the next token; false at the end, where the content of <see cref="Token"/> is undefined.</summary>
    public abstract bool IncrementToken();

    /// <summary>Goes back to the first token of the current text. <see cref="Analyzer"/> calls it.</summary>
    public abstract void Reset();

    /// <summary>Length of the whole text in UTF-16 units, tokens or not; added to the offsets of a field's next value.</summary>
    public abstract int FinalOffset { get; }

    /// <summary>Tokens removed after the last one kept (trailing stop words); added to the position of a field's next value.</summary>
    public abstract int FinalPositionIncrement { get; }
}

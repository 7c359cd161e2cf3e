namespace SearchNews.Lucene.Analysis.English;

/// <summary>Replaces each term by its stem; expects lower case.</summary>
public sealed class PorterStemFilter : TokenFilter
{
    /// <summary>Puts the filter behind <paramref name="input"/>.</summary>
    public PorterStemFilter(TokenStream input)
        : base(input)
    {
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (!Input.IncrementToken())
            return false;
        Token.Length = PorterStemmer.Stem(Token.Buffer.AsSpan(0, Token.Length));
        return true;
    }
}

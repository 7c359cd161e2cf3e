namespace SearchNews.Lucene.Analysis;

/// <summary>A stream that changes or removes the tokens of another one, sharing its <see cref="Token"/>.</summary>
public abstract class TokenFilter : TokenStream
{
    /// <summary>Puts the filter behind <paramref name="input"/>.</summary>
    protected TokenFilter(TokenStream input)
        : base(input.Token) => Input = input;

    /// <summary>The stream this filter reads.</summary>
    protected TokenStream Input { get; }

    /// <inheritdoc/>
    public override int FinalOffset => Input.FinalOffset;

    /// <inheritdoc/>
    public override int FinalPositionIncrement => Input.FinalPositionIncrement;

    /// <inheritdoc/>
    public override void Reset() => Input.Reset();
}

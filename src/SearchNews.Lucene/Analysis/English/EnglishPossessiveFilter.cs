namespace SearchNews.Lucene.Analysis.English;

/// <summary>Removes <c>'s</c> from the end of a term, with any of three apostrophes and in either case.</summary>
public sealed class EnglishPossessiveFilter : TokenFilter
{
    /// <summary>Puts the filter behind <paramref name="input"/>.</summary>
    public EnglishPossessiveFilter(TokenStream input)
        : base(input)
    {
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (!Input.IncrementToken())
            return false;
        if (Token.Term is [.., '\'' or '\u2019' or '\uFF07', 's' or 'S'])
            Token.Length -= 2;
        return true;
    }
}

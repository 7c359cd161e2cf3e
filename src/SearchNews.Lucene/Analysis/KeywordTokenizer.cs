namespace SearchNews.Lucene.Analysis;

/// <summary>Yields the whole text as one token.</summary>
public sealed class KeywordTokenizer : Tokenizer
{
    private bool _done;

    /// <inheritdoc/>
    public override void Reset() => _done = false;

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (_done)
            return false;
        _done = true;
        Token.Set(Text, CorrectOffset(0), FinalOffset);
        return true;
    }
}

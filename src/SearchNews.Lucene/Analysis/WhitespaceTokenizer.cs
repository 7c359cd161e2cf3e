namespace SearchNews.Lucene.Analysis;

/// <summary>Splits at white space and changes nothing; words are as long as they are.</summary>
public sealed class WhitespaceTokenizer : Tokenizer
{
    private int _position;

    /// <inheritdoc/>
    public override void Reset() => _position = 0;

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        ReadOnlySpan<char> text = Text;
        int start = _position;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        int end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        _position = end;
        if (start == end)
            return false;
        Token.Set(text[start..end], CorrectOffset(start), CorrectOffset(end));
        return true;
    }
}

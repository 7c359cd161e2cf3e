namespace SearchNews.Articles.FrontMatter;

/// <summary>
/// The reader of plain front matter: gives the tokens <see cref="PlainTokenizer"/> has found, and makes the text of a scalar when
/// it is asked for, so that what nobody binds (`secured` above all) is never copied.
/// </summary>
/// <param name="text">The front matter; not to be changed while this is used.</param>
/// <param name="tokens">Its tokens.</param>
internal sealed class PlainTokenReader(ReadOnlyMemory<char> text, PlainTokens tokens) : FrontMatterTokenReader
{
    private int _next;
    private PlainToken _current;
    private string? _text;

    public override string Text => _text ??= MakeText();

    public override bool Read()
    {
        _text = null;
        if (_next == tokens.Count)
        {
            Token = FrontMatterToken.None;
            IsPlain = false;
            _current = default;
            return false;
        }

        _current = tokens[_next++];
        Token = _current.Kind;
        Offset = _current.Offset;
        IsPlain = _current.Style is PlainStyle.Plain or PlainStyle.Key;
        return true;
    }

    private string MakeText()
    {
        ReadOnlySpan<char> written = text.Span.Slice(_current.TextStart, _current.TextLength);
        return _current.Style switch
        {
            PlainStyle.None => "",
            PlainStyle.Key => PlainKeys.Get(written),
            PlainStyle.Doubled => written.ToString().Replace("''", "'", StringComparison.Ordinal),
            PlainStyle.Escaped => PlainQuotes.Unescape(written),
            _ => written.ToString(),
        };
    }
}

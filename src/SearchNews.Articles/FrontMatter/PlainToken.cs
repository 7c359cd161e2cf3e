namespace SearchNews.Articles.FrontMatter;

/// <summary>One token of plain front matter: where it stands, not what it says.</summary>
/// <param name="kind">The kind of token.</param>
/// <param name="style">How a scalar is written.</param>
/// <param name="offset">Offset of the token in the front matter, UTF-16 units.</param>
/// <param name="textStart">Offset of a scalar's text, within its quotes.</param>
/// <param name="textLength">Length of a scalar's text as written, UTF-16 units; 0 for other tokens.</param>
internal readonly struct PlainToken(FrontMatterToken kind, PlainStyle style, int offset, int textStart, int textLength)
{
    public readonly FrontMatterToken Kind = kind;

    public readonly PlainStyle Style = style;

    public readonly int Offset = offset;

    public readonly int TextStart = textStart;

    public readonly int TextLength = textLength;
}

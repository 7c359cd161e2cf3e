namespace SearchNews.Lucene.Analysis;

/// <summary>Splits text into tokens; the first stream of every chain.</summary>
/// <remarks>Keeps a reference to the text until the next <see cref="SetText"/>; copies only the terms.</remarks>
public abstract class Tokenizer : TokenStream
{
    private readonly CharFilter? _charFilter;
    private ReadOnlyMemory<char> _text;

    /// <summary>Creates the head of a chain, with a char filter in front of it or none.</summary>
    protected Tokenizer(CharFilter? charFilter = null)
        : base(new Token()) => _charFilter = charFilter;

    /// <summary>The text to split, after the char filter.</summary>
    protected ReadOnlySpan<char> Text => _text.Span;

    /// <inheritdoc/>
    public override int FinalOffset => CorrectOffset(_text.Length);

    /// <inheritdoc/>
    public override int FinalPositionIncrement => 0;

    /// <summary>Sets the text to split. The last stream of the chain must be reset before its first token is read.</summary>
    public void SetText(ReadOnlyMemory<char> text) => _text = _charFilter is null ? text : _charFilter.Filter(text);

    /// <summary>Maps an offset in <see cref="Text"/> to the original text.</summary>
    protected int CorrectOffset(int offset) => _charFilter is null ? offset : _charFilter.CorrectOffset(offset);
}

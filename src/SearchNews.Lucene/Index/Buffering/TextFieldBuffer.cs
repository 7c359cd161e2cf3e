using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index.Buffering;

/// <summary>Analyzed text: terms with frequencies and positions, and norms.</summary>
/// <remarks>
/// Positions as in Lucene: the first token stands at its increment - 1; after each value the position grows by what the stream says about its end and by
/// the analyzer's gap. Length for the norm: tokens without those of increment 0.
/// </remarks>
internal sealed class TextFieldBuffer(string name, TermEncoder encoder, Analyzer analyzer) : IndexedFieldBuffer(name, Options, encoder)
{
    public const IndexOptions Options = IndexOptions.DocsAndFreqsAndPositions;

    private const int MinTerms = 1024;

    private readonly NormsBuffer _norms = new();
    private readonly WordTerms _wordTerms = new();
    private int _position = -1;
    private int _length;

    /// <inheritdoc/>
    public override NormsBuffer Norms => _norms;

    /// <inheritdoc/>
    public override long RamBytes => base.RamBytes + _wordTerms.RamBytes;

    /// <summary>Adds a value to the current document.</summary>
    /// <exception cref="InvalidDocumentException">A term is too long, or the analyzer gives impossible positions.</exception>
    public void Add(string value)
    {
        IsInDocument = true;
        TokenStream stream = analyzer.GetTokenStream(value);
        Token token = stream.Token;
        while (stream.IncrementToken()) AddToken(token.WordKey, token.PositionIncrement, token.Term);
        End(stream.FinalPositionIncrement);
    }

    /// <summary>Adds a value that comes more than once in the document.</summary>
    /// <inheritdoc cref="Add(string)"/>
    public void Add(string value, AnalyzedValues values)
    {
        IsInDocument = true;
        ReadOnlySpan<AnalyzedValues.Item> tokens = values.Analyze(analyzer, value, out int finalIncrement);
        foreach (ref readonly AnalyzedValues.Item token in tokens) AddToken(token.WordKey, token.Increment, values.TermOf(token));
        End(finalIncrement);
    }

    /// <inheritdoc/>
    protected override void OnCommit(int doc) => _norms.Add(doc, SmallFloat.IntToByte4(_length));

    /// <inheritdoc/>
    protected override void Restart()
    {
        _position = -1;
        _length = 0;
    }

    private void AddToken(long word, int increment, ReadOnlySpan<char> text)
    {
        MoveBy(increment);
        if (_position < 0) throw new InvalidDocumentException(Name, $"begins with token '{text}' of increment {increment}, which has no position.");
        if (increment != 0) _length++;
        if (_wordTerms.TryFind(word, out int term))
        {
            Postings.Add(term, _position);
            return;
        }

        term = Postings.Add(Encode(text), _position);

        // A segment of a few documents is written before this would pay.
        if (Postings.Terms.Count >= MinTerms) _wordTerms.Note(word, term);
    }

    private void End(int finalIncrement)
    {
        MoveBy(finalIncrement);
        MoveBy(analyzer.PositionIncrementGap);
    }

    private void MoveBy(int increment)
    {
        if (increment < 0 || increment > IndexLimits.MaxPosition - _position)
            throw new InvalidDocumentException(Name, $"cannot go from position {_position} on by {increment}; positions end at {IndexLimits.MaxPosition}.");
        _position += increment;
    }
}

using System.Runtime.InteropServices;
using SearchNews.Lucene.Analysis;

namespace SearchNews.Lucene.Index.Buffering;

/// <summary>
/// The tokens of values that come more than once in the document at hand, in one field or several of the same analyzer: such a value is analyzed once. Values are told apart by reference, which costs
/// nothing. One thread.
/// </summary>
internal sealed class AnalyzedValues
{
    private readonly List<Value> _values = [];
    private Item[] _items = new Item[64];
    private char[] _terms = new char[512];
    private int _itemCount;
    private int _termsLength;

    /// <summary>The tokens of a value.</summary>
    /// <param name="analyzer">What analyzes it.</param>
    /// <param name="text">The value.</param>
    /// <param name="finalIncrement">What the stream says about its end, see <see cref="TokenStream.FinalPositionIncrement"/>.</param>
    /// <returns>Valid until the next call.</returns>
    public ReadOnlySpan<Item> Analyze(Analyzer analyzer, string text, out int finalIncrement)
    {
        foreach (ref readonly Value known in CollectionsMarshal.AsSpan(_values))
        {
            if (!ReferenceEquals(known.Text, text) || !ReferenceEquals(known.Analyzer, analyzer)) continue;
            finalIncrement = known.FinalIncrement;
            return _items.AsSpan(known.Start, known.Count);
        }

        int start = _itemCount;
        TokenStream stream = analyzer.GetTokenStream(text);
        while (stream.IncrementToken()) Add(stream.Token);
        finalIncrement = stream.FinalPositionIncrement;
        _values.Add(new Value(analyzer, text, start, _itemCount - start, finalIncrement));
        return _items.AsSpan(start, _itemCount - start);
    }

    /// <summary>The term of a token.</summary>
    public ReadOnlySpan<char> TermOf(Item item) => _terms.AsSpan(item.Start, item.Length);

    /// <summary>Forgets everything, for the next document.</summary>
    public void Clear()
    {
        _values.Clear();
        _itemCount = 0;
        _termsLength = 0;
    }

    private void Add(Token token)
    {
        ReadOnlySpan<char> term = token.Term;
        if (_itemCount == _items.Length) Array.Resize(ref _items, 2 * _itemCount);
        if (_terms.Length - _termsLength < term.Length) Array.Resize(ref _terms, Math.Max(2 * _terms.Length, _termsLength + term.Length));
        _items[_itemCount++] = new Item(token.WordKey, token.PositionIncrement, _termsLength, term.Length);
        term.CopyTo(_terms.AsSpan(_termsLength));
        _termsLength += term.Length;
    }

    /// <summary>A token.</summary>
    /// <param name="WordKey">As <see cref="Token.WordKey"/>.</param>
    /// <param name="Increment">As <see cref="Token.PositionIncrement"/>.</param>
    /// <param name="Start">Where its term starts among all terms, in UTF-16 units.</param>
    /// <param name="Length">Length of its term.</param>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Item(long WordKey, int Increment, int Start, int Length);

    /// <summary>A value and where its tokens are.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Value(Analyzer Analyzer, string Text, int Start, int Count, int FinalIncrement);
}

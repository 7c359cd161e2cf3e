using System.Runtime.InteropServices;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Analysis;

/// <summary>
/// Stands for a row of filters behind a tokenizer, and remembers what they make of each word, since a few thousand words make up nearly all text. The last stream of a chain.
/// </summary>
/// <remarks>
/// For filters only that look at nothing but the term, and make of each token one or none. They are run on a word alone when it comes for the first time; tests compare with the same
/// filters in a plain row. Words in the memory have numbers, which <see cref="Token.WordKey"/> tells those who keep something for each word.
/// </remarks>
internal sealed class WordCacheFilter : TokenStream
{
    /// <summary>Words in the memory at most; when there are more it starts anew.</summary>
    public const int MaxWords = 1 << 15;

    // Longer words hardly come twice.
    private const int MaxWordLength = 32;

    private static int s_lastEpoch;

    private readonly Tokenizer _words;
    private readonly KeywordTokenizer _one = new();
    private readonly TokenStream _filters;
    private readonly char[] _copy = new char[MaxWordLength];

    // By the number of a word: where its term is in _terms, and the term's length; -1 when the filters remove the word.
    private (int Start, int Length)[] _ranges = new (int, int)[256];
    private BytesHash _numbers = new();
    private char[] _terms = new char[1024];
    private int _termsLength;
    private long _epoch;
    private int _removed;

    /// <summary>Puts filters behind a tokenizer.</summary>
    /// <param name="words">The tokenizer.</param>
    /// <param name="filters">Puts the filters behind another one.</param>
    public WordCacheFilter(Tokenizer words, Func<TokenStream, TokenStream> filters)
        : base(words.Token)
    {
        _words = words;
        _filters = filters(_one);
        Forget();
    }

    /// <inheritdoc/>
    public override int FinalOffset => _words.FinalOffset;

    /// <inheritdoc/>
    public override int FinalPositionIncrement => _words.FinalPositionIncrement + _removed;

    /// <inheritdoc/>
    public override void Reset()
    {
        _words.Reset();
        _removed = 0;
    }

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        _removed = 0;
        while (_words.IncrementToken())
        {
            if (Token.Length > MaxWordLength ? FilterLong() : Filter())
            {
                Token.PositionIncrement += _removed;
                return true;
            }

            _removed += Token.PositionIncrement;
        }

        return false;
    }

    private bool Filter()
    {
        int known = _numbers.Count;
        int number = _numbers.Add(MemoryMarshal.AsBytes(Token.Term));
        if (number == known) number = Learn(number);
        (int start, int length) = _ranges[number];
        if (length < 0) return false;
        Token.SetTerm(_terms.AsSpan(start, length));
        Token.WordKey = (_epoch << 32) | (uint)number;
        return true;
    }

    private bool FilterLong()
    {
        Token.WordKey = Token.NoWord;
        return Run(Token.Term.ToArray());
    }

    /// <summary>Runs the filters on a new word and returns its number, which changes when the memory is full.</summary>
    private int Learn(int number)
    {
        Token.Term.CopyTo(_copy);
        Memory<char> word = _copy.AsMemory(0, Token.Length);
        if (number == MaxWords)
        {
            Forget();
            number = _numbers.Add(MemoryMarshal.AsBytes<char>(word.Span));
        }

        if (number == _ranges.Length) Array.Resize(ref _ranges, 2 * number);
        if (!Run(word))
        {
            _ranges[number] = (0, -1);
            return number;
        }

        int length = Token.Length;
        if (_terms.Length - _termsLength < length) Array.Resize(ref _terms, Math.Max(_terms.Length * 2, _termsLength + length));
        Token.Term.CopyTo(_terms.AsSpan(_termsLength));
        _ranges[number] = (_termsLength, length);
        _termsLength += length;
        return number;
    }

    /// <summary>Puts what the filters make of a word in its place; false when they remove it.</summary>
    private bool Run(ReadOnlyMemory<char> word)
    {
        _one.SetText(word);
        _filters.Reset();
        if (!_filters.IncrementToken()) return false;
        Token.SetTerm(_filters.Token.Term);
        return true;
    }

    private void Forget()
    {
        _numbers = new BytesHash();
        _termsLength = 0;
        _epoch = Interlocked.Increment(ref s_lastEpoch) & int.MaxValue;
    }
}

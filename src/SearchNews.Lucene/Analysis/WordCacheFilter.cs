using System.Runtime.InteropServices;

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

    private const int InitialWords = 1 << 10;

    private static int s_lastEpoch;

    private readonly Tokenizer _words;
    private readonly KeywordTokenizer _one = new();
    private readonly TokenStream _filters;

    // By the number of a word.
    private Result[] _results = new Result[256];
    private WordTable _numbers = new(InitialWords);
    private char[] _terms = new char[1024];
    private char[] _word = new char[256];
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
        Forget(InitialWords);
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
            if (Filter())
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
        if (!WordTable.TryMakeKey(Token.Buffer, Token.Length, out WordTable.Key key))
        {
            Token.WordKey = Token.NoWord;
            return Run();
        }

        int known = _numbers.Count;
        if (known == _numbers.Capacity)
        {
            // At full size it starts anew, before that with more room.
            Forget(Math.Min(MaxWords, 4 * known));
            known = 0;
        }

        int number = _numbers.Add(key);
        if (number == known) Learn(number);
        Result result = _results[number];
        Token.WordKey = (_epoch << 32) | (uint)number;
        if (result.Start < 0) Token.Length = result.Length;
        else Token.SetTerm(_terms.AsSpan(result.Start, result.Length));
        return result.Length > 0;
    }

    /// <summary>Runs the filters on a new word and keeps what becomes of it.</summary>
    private void Learn(int number)
    {
        if (number == _results.Length) Array.Resize(ref _results, 2 * number);
        int length = Token.Length;
        if (!Run())
        {
            _results[number] = new Result(Result.InPlace, 0);
            return;
        }

        ReadOnlySpan<char> term = Token.Term;
        if (_word.AsSpan(0, length).StartsWith(term))
        {
            _results[number] = new Result(Result.InPlace, term.Length);
            return;
        }

        if (_terms.Length - _termsLength < term.Length) Array.Resize(ref _terms, Math.Max(_terms.Length * 2, _termsLength + term.Length));
        term.CopyTo(_terms.AsSpan(_termsLength));
        _results[number] = new Result(_termsLength, term.Length);
        _termsLength += term.Length;
    }

    /// <summary>Puts what the filters make of the current word in its place; false when they remove it.</summary>
    private bool Run()
    {
        if (_word.Length < Token.Length) _word = new char[2 * Token.Length];
        Token.Term.CopyTo(_word);
        _one.SetText(_word.AsMemory(0, Token.Length));
        _filters.Reset();
        if (!_filters.IncrementToken()) return false;
        Token.SetTerm(_filters.Token.Term);
        return true;
    }

    private void Forget(int capacity)
    {
        _numbers = new WordTable(capacity);
        _termsLength = 0;
        _epoch = Interlocked.Increment(ref s_lastEpoch) & int.MaxValue;
    }

    /// <summary>What becomes of a word: a term of <see cref="_terms"/>, the beginning of the word itself, or nothing when the length is 0.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Result(int Start, int Length)
    {
        /// <summary>The start of a term that is in place already.</summary>
        public const int InPlace = -1;
    }
}

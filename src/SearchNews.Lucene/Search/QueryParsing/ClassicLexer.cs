using System.Buffers;

namespace SearchNews.Lucene.Search.QueryParsing;

/// <summary>
/// Cuts a query of Lucene's classic syntax into tokens: at each place the longest that fits. A backslash makes the next character part of a word.
/// Within brackets and behind a caret other rules hold than elsewhere.
/// </summary>
internal sealed class ClassicLexer
{
    private const string WhiteSpace = " \t\n\r\u3000";

    // What ends a word; within a word + and - are letters like others.
    private static readonly SearchValues<char> NotInWord = SearchValues.Create(WhiteSpace + "!():^[]\"{}~*?\\/");

    private readonly string _text;
    private readonly List<ClassicToken> _tokens = [];
    private int _at;

    private ClassicLexer(string text) => _text = text;

    /// <summary>All tokens, <see cref="ClassicTokenKind.End"/> at the end.</summary>
    /// <exception cref="QueryParseException">Something is no token.</exception>
    public static IReadOnlyList<ClassicToken> Read(string text)
    {
        var lexer = new ClassicLexer(text);
        lexer.ReadAll();
        return lexer._tokens;
    }

    private void ReadAll()
    {
        while (SkipWhiteSpace())
        {
            char first = _text[_at];
            switch (first)
            {
                case '+': Operator(ClassicTokenKind.Plus); break;
                case '-': Operator(ClassicTokenKind.Minus); break;
                case '!': Operator(ClassicTokenKind.Not); break;
                case '(': Add(ClassicTokenKind.Open, 1); break;
                case ')': Add(ClassicTokenKind.Close, 1); break;
                case ':': Add(ClassicTokenKind.Colon, 1); break;
                case '^': Boost(); break;
                case '~': Add(ClassicTokenKind.Tilde, WordEnd(_at + 1) - _at, skip: 1); break;
                case '"': Quoted(); break;
                case '/': Regexp(); break;
                case '[': Range(ClassicTokenKind.RangeOpenInclusive); break;
                case '{': Range(ClassicTokenKind.RangeOpenExclusive); break;
                case ']' or '}': throw new QueryParseException($"'{first}' closes a range that was not opened; write a backslash before it to search it.", _at);
                default: Word(); break;
            }
        }

        _tokens.Add(new ClassicToken(ClassicTokenKind.End, "", _text.Length));
    }

    private bool SkipWhiteSpace()
    {
        while (_at < _text.Length && WhiteSpace.Contains(_text[_at])) _at++;
        return _at < _text.Length;
    }

    private void Add(ClassicTokenKind kind, int length, int skip = 0, int drop = 0)
    {
        _tokens.Add(new ClassicToken(kind, _text[(_at + skip)..(_at + length - drop)], _at));
        _at += length;
    }

    private void Operator(ClassicTokenKind kind)
    {
        if (_at + 1 < _text.Length && WhiteSpace.Contains(_text[_at + 1])) Add(ClassicTokenKind.BareOperator, 2, drop: 1);
        else Add(kind, 1);
    }

    private void Boost()
    {
        int length = NumberLength(_at + 1);
        if (length == 0) throw new QueryParseException("'^' wants a number right behind it, such as ^2 or ^0.5; write a backslash before it to search it.", _at);
        Add(ClassicTokenKind.Boost, 1 + length, skip: 1);
    }

    // Digits, or digits with a point between them.
    private int NumberLength(int from)
    {
        int end = SkipDigits(from);
        if (end == from || end == _text.Length || _text[end] != '.') return end - from;
        int fractionEnd = SkipDigits(end + 1);
        return (fractionEnd == end + 1 ? end : fractionEnd) - from;
    }

    private int SkipDigits(int from)
    {
        while (from < _text.Length && char.IsAsciiDigit(_text[from])) from++;
        return from;
    }

    private void Quoted()
    {
        for (int end = _at + 1; end < _text.Length; end++)
        {
            if (_text[end] == '\\')
            {
                end++;
            }
            else if (_text[end] == '"')
            {
                Add(ClassicTokenKind.Quoted, end + 1 - _at, skip: 1, drop: 1);
                return;
            }
        }

        throw new QueryParseException("A quotation mark is not closed; close the phrase, or write a backslash before the mark to search it.", _at);
    }

    private void Regexp()
    {
        int end = _text.IndexOf('/', _at + 1);
        while (end > 0 && _text[end - 1] == '\\') end = _text.IndexOf('/', end + 1);
        if (end < 0) throw new QueryParseException("'/' begins a regular expression that does not end; write a backslash before it to search it.", _at);
        Add(ClassicTokenKind.Regexp, end + 1 - _at, skip: 1, drop: 1);
    }

    private void Word()
    {
        int firstWildcard = WordEnd(_at);
        int end = firstWildcard;
        while (end < _text.Length && _text[end] is '*' or '?') end = WordEnd(end + 1);
        int length = end - _at;
        if (firstWildcard == end) Add(Keyword(_text.AsSpan(_at, length)), length);
        else if (firstWildcard != end - 1 || _text[firstWildcard] != '*') Add(ClassicTokenKind.Wildcard, length);
        else if (length == 1) Add(ClassicTokenKind.Star, 1);
        else Add(ClassicTokenKind.Prefix, length, drop: 1);
    }

    // Where letters and escaped characters end.
    private int WordEnd(int from)
    {
        while (from < _text.Length)
        {
            if (_text[from] == '\\')
            {
                if (from + 1 == _text.Length) throw new QueryParseException("The query ends in a backslash; write two to search one.", from);
                from++;
            }
            else if (NotInWord.Contains(_text[from]))
            {
                break;
            }

            from++;
        }

        return from;
    }

    private static ClassicTokenKind Keyword(ReadOnlySpan<char> word) => word switch
    {
        "AND" or "&&" => ClassicTokenKind.And,
        "OR" or "||" => ClassicTokenKind.Or,
        "NOT" => ClassicTokenKind.Not,
        _ => ClassicTokenKind.Term,
    };

    private void Range(ClassicTokenKind open)
    {
        int start = _at;
        Add(open, 1);
        while (_at < _text.Length)
        {
            switch (_text[_at])
            {
                case ']': Add(ClassicTokenKind.RangeCloseInclusive, 1); return;
                case '}': Add(ClassicTokenKind.RangeCloseExclusive, 1); return;
                case ' ': _at++; break;
                default: RangeWord(); break;
            }
        }

        throw new QueryParseException("A range is not closed; write it as [a TO b] or {a TO b}, or a backslash before the bracket to search it.", start);
    }

    // White space other than blanks separates only where nothing else stands with it, and quotes count only when they hold all of the word.
    private void RangeWord()
    {
        int word = _text.AsSpan(_at).IndexOfAny(" ]}");
        if (word < 0) word = _text.Length - _at;
        int quoted = RangeQuotedLength();
        if (quoted >= word) Add(ClassicTokenKind.RangeQuoted, quoted, skip: 1, drop: 1);
        else if (word == 1 && WhiteSpace.Contains(_text[_at])) _at++;
        else Add(_text.AsSpan(_at, word) is "TO" ? ClassicTokenKind.RangeTo : ClassicTokenKind.RangeWord, word);
    }

    // To the last quotation mark that may close it: one without a backslash before it ends the search, one with may be part of it.
    private int RangeQuotedLength()
    {
        if (_text[_at] != '"') return 0;
        int length = 0;
        for (int end = _at + 1; end < _text.Length; end++)
        {
            if (_text[end] != '"') continue;
            if (end > _at + 1) length = end + 1 - _at;
            if (end == _at + 1 || _text[end - 1] != '\\') break;
        }

        return length;
    }
}

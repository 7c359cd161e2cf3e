using SearchNews.Articles.Diagnostics;

namespace SearchNews.Articles.FrontMatter;

/// <summary>
/// A look at the raw text before any YAML parser sees it: one linear pass that finds nesting over the limit, because 20 KB of
/// `[` end the process of a parser that recurses and 200 KB keep a quadratic one busy for half a minute. It knows quotes,
/// comments, plain text and blocks of text only so far as to leave legal text alone.
/// </summary>
/// <remarks>
/// It counts what is certainly open: brackets, and list dashes at growing columns. Where the text is doubtful it counts less,
/// never more: what it refuses is refused by the exact count of <see cref="FrontMatterCursor"/> too (or is not YAML), and what slips
/// through is stopped there, at a bounded cost. A ref struct over the text, for one call.
/// </remarks>
internal ref struct FrontMatterGuard
{
    /// <summary>Column of a node that has no parent: text at any indent continues it.</summary>
    private const int Root = -1;

    private readonly ReadOnlySpan<char> _text;
    private readonly int _limit;

    /// <summary>Columns of the open list dashes, growing.</summary>
    private readonly Span<int> _dashes;

    private int _dashCount;
    private int _flowDepth;
    private int _at;

    private FrontMatterGuard(ReadOnlySpan<char> text, int limit, Span<int> dashes)
    {
        _text = text;
        _limit = limit;
        _dashes = dashes;
    }

    /// <summary>Refuses text that nests deeper than <paramref name="depth"/> lists and maps.</summary>
    /// <exception cref="FrontMatterException">It does.</exception>
    public static void Check(ReadOnlySpan<char> text, int depth)
    {
        Span<int> dashes = depth <= 128 ? stackalloc int[depth] : new int[depth];
        new FrontMatterGuard(text, depth, dashes).Scan();
    }

    private void Scan()
    {
        // The column that later lines must pass to belong to the plain or block text above, if one is open.
        int? continues = null;
        bool block = false;
        while (_at < _text.Length)
        {
            int lineStart = _at;
            SkipBlanks();
            int column = _at - lineStart;
            if (_at == _text.Length || IsBreak(_text[_at]))
            {
                SkipLine();
            }
            else if (continues is int parent && column > parent)
            {
                // A comment ends plain text, and the next line then begins something new.
                if (!block && SkipPlainLine(lineStart))
                    continues = null;
                SkipLine();
            }
            else
            {
                (continues, block) = ScanNodes(lineStart);
                SkipLine();
            }
        }
    }

    /// <summary>
    /// Scans what begins on this line, to the end of the line on which it ends. Gives the column of the parent when the line ends
    /// in plain text or opens a block of text, which later lines may continue.
    /// </summary>
    private (int? Continues, bool Block) ScanNodes(int lineStart)
    {
        int parent = Root;
        while (true)
        {
            SkipBlanks();
            if (_at == _text.Length || IsBreak(_text[_at]) || _text[_at] == '#')
                return (null, false);

            int start = _at;
            int column = start - lineStart;
            switch (_text[_at])
            {
                case '-' or '?' or ':' when IsBlankOrEnd(_at + 1):
                    OpenDash(column);
                    parent = column;
                    _at++;
                    continue;
                case '&' or '*' or '!':
                    // A property of the node that follows; the token reader refuses it with its place.
                    SkipWord();
                    continue;
                case '|' or '>':
                    return (parent, true);
                case '[' or '{':
                    ScanFlow();
                    break;
                case '"' or '\'':
                    SkipQuoted();
                    break;
                default:
                    if (!ScanPlain())
                        break;
                    return _at < _text.Length && _text[_at] == '#' ? (null, false) : (parent, false);
            }

            // What was read is a key when a colon follows.
            SkipBlanks();
            if (_at == _text.Length || _text[_at] != ':' || !IsBlankOrEnd(_at + 1))
                return (null, false);
            parent = column;
            _at++;
        }
    }

    private void OpenDash(int column)
    {
        while (_dashCount > 0 && _dashes[_dashCount - 1] > column)
            _dashCount--;
        if (_dashCount > 0 && _dashes[_dashCount - 1] == column)
            return;
        if (_dashCount == _limit)
            Refuse();
        _dashes[_dashCount++] = column;
    }

    /// <summary>Scans brackets until the outermost closes or the text ends.</summary>
    private void ScanFlow()
    {
        bool inPlain = false;
        do
        {
            char c = _text[_at];
            switch (c)
            {
                case '[' or '{':
                    if (++_flowDepth > _limit)
                        Refuse();
                    inPlain = false;
                    break;
                case ']' or '}':
                    _flowDepth--;
                    inPlain = false;
                    break;
                case ',':
                    inPlain = false;
                    break;
                case ':' when IsBlankOrEnd(_at + 1):
                    inPlain = false;
                    break;
                case '"' or '\'' when !inPlain:
                    SkipQuoted();
                    continue;
                case '#' when IsBlank(_text[_at - 1]):
                    SkipToBreak();
                    continue;
                default:
                    inPlain |= !IsBlank(c);
                    break;
            }

            _at++;
        }
        while (_flowDepth > 0 && _at < _text.Length);
        _flowDepth = 0;
    }

    /// <summary>Passes plain text on this line; false when it stops at the colon of a key, true at a comment or the end.</summary>
    private bool ScanPlain()
    {
        for (; _at < _text.Length && !IsBreak(_text[_at]); _at++)
        {
            if (_text[_at] == ':' && IsBlankOrEnd(_at + 1))
                return false;
            if (_text[_at] == '#' && IsBlank(_text[_at - 1]))
                return true;
        }

        return true;
    }

    /// <summary>Passes a line that continues plain text; true when a comment ends it.</summary>
    private bool SkipPlainLine(int lineStart)
    {
        for (; _at < _text.Length && !IsBreak(_text[_at]); _at++)
        {
            if (_text[_at] == '#' && (_at == lineStart || IsBlank(_text[_at - 1])))
                return true;
        }

        return false;
    }

    /// <summary>Passes a quoted text, which may span lines, with its closing quote.</summary>
    private void SkipQuoted()
    {
        char quote = _text[_at++];
        while (_at < _text.Length)
        {
            char c = _text[_at++];
            if (c == '\\' && quote == '"')
                _at = Math.Min(_at + 1, _text.Length);
            else if (c == quote && quote == '\'' && _at < _text.Length && _text[_at] == '\'')
                _at++;
            else if (c == quote)
                return;
        }
    }

    private void SkipWord()
    {
        while (_at < _text.Length && !IsBlank(_text[_at]))
            _at++;
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t')
            _at++;
    }

    private void SkipToBreak()
    {
        int length = _text[_at..].IndexOfAny('\n', '\r');
        _at = length < 0 ? _text.Length : _at + length;
    }

    private void SkipLine()
    {
        SkipToBreak();
        if (_at < _text.Length)
            _at++;
    }

    private readonly bool IsBlankOrEnd(int at) => at >= _text.Length || IsBlank(_text[at]);

    private static bool IsBlank(char c) => c is ' ' or '\t' || IsBreak(c);

    private static bool IsBreak(char c) => c is '\n' or '\r';

    private readonly void Refuse() =>
        throw new FrontMatterException(DiagnosticCode.YamlTooDeep, _at, $"lists and maps are nested more than {_limit} deep");
}

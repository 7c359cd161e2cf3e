using System.Buffers;

namespace SearchNews.Articles.FrontMatter;

/// <summary>
/// Splits front matter in the plain subset of YAML that publishing systems write: `key: value` lines, `- ` lists and maps by
/// indent, each value on one line, without quotes or in them. It gives the tokens YamlDotNet gives, or nothing at all: whatever
/// it is not sure of (comments, blocks of text, text over several lines, brackets, anchors, tabs, rare escapes, odd indents, errors) it
/// leaves to <see cref="YamlTokenReader"/>, which reads the whole text again.
/// </summary>
/// <remarks>
/// One pass, linear, no recursion, at most <see cref="MaxDepth"/> maps and lists open. What limits say about keys and repeats is left to
/// <see cref="FrontMatterCursor"/>, as for any reader. A ref struct over the text, for one call.
/// </remarks>
internal ref struct PlainTokenizer
{
    /// <summary>Maps and lists open at once; real articles have five.</summary>
    public const int MaxDepth = 16;

    /// <summary>Longest key; YAML allows 1,024 units.</summary>
    private const int MaxKeyLength = 128;

    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    private readonly ReadOnlySpan<char> _text;
    private readonly PlainTokens _tokens;
    private readonly int _maxDepth;

    /// <summary>Columns of the open maps and lists, never falling: a list may stand in the column of the map it is in.</summary>
    private readonly Span<int> _columns;

    /// <summary>Whether the open ones are lists.</summary>
    private readonly Span<bool> _areLists;

    private int _depth;

    /// <summary>Just after the colon or dash that has no value yet; -1 when none waits.</summary>
    private int _waiting;

    private PlainTokenizer(ReadOnlySpan<char> text, PlainTokens tokens, int maxDepth, Span<int> columns, Span<bool> areLists)
    {
        _text = text;
        _tokens = tokens;
        _maxDepth = maxDepth;
        _columns = columns;
        _areLists = areLists;
        _waiting = -1;
    }

    /// <summary>Finds the tokens; false when the text is not plain, or may not be.</summary>
    /// <param name="text">The front matter.</param>
    /// <param name="depth">Maps and lists that may be open at once; deeper text is left to the reader that reports it.</param>
    /// <param name="tokens">Gets the tokens, in place of those it had; of no use when the text is not plain.</param>
    public static bool TrySplit(ReadOnlySpan<char> text, int depth, PlainTokens tokens)
    {
        tokens.Clear();
        if (HasOddCharacters(text))
            return false;
        var tokenizer = new PlainTokenizer(
            text, tokens, Math.Min(depth, MaxDepth), stackalloc int[MaxDepth], stackalloc bool[MaxDepth]);
        return tokenizer.Scan();
    }

    /// <summary>Controls other than line ends, tabs among them, byte order marks, and what YAML 1.1 takes for line ends.</summary>
    private static bool HasOddCharacters(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\0', '\t') || text.ContainsAnyInRange('\v', '\f') || text.ContainsAnyInRange('\u000E', '\u001F')
        || text.ContainsAnyInRange('\u007F', '\u009F') || text.ContainsAny('\uFEFF', '\u2028', '\u2029');

    private bool Scan()
    {
        int next = 0;
        while (next < _text.Length)
        {
            int start = next;
            int length = _text[start..].IndexOfAny('\n', '\r');
            int end = length < 0 ? _text.Length : start + length;
            next = end + 1;
            if (end < _text.Length && _text[end] == '\r')
            {
                if (next == _text.Length || _text[next] != '\n')
                    return false;
                next++;
            }

            if (!ScanLine(start, start + _text[start..end].TrimEnd(' ').Length))
                return false;
        }

        GiveNothing();
        while (_depth > 0)
            Close(_text.Length);
        return true;
    }

    private bool ScanLine(int start, int end)
    {
        int at = start;
        while (at < end && _text[at] == ' ')
            at++;
        if (at == end)
            return true;

        int column = at - start;
        bool isItem = _text[at] == '-' && (at + 1 == end || _text[at + 1] == ' ');
        if (!isItem)
            return ScanEntry(column, at, end);
        if (!Settle(column, isList: true, at))
            return false;
        if (at + 1 == end)
        {
            _waiting = at + 1;
            return true;
        }

        // A map may begin on the line of its dash; the value of a dash may not be another list here.
        at += 2;
        return KeyLength(at, end) > 0
            ? Open(column + 2, isList: false, at) && ScanEntry(column + 2, at, end)
            : ScanValue(at, end);
    }

    private bool ScanEntry(int column, int at, int end)
    {
        int length = KeyLength(at, end);
        if (length == 0 || !Settle(column, isList: false, at))
            return false;
        Add(FrontMatterToken.Scalar, PlainStyle.Key, at, at, length);
        int colon = at + length;
        at = colon + 1;
        while (at < end && _text[at] == ' ')
            at++;
        if (at < end)
            return ScanValue(at, end);
        _waiting = colon + 1;
        return true;
    }

    /// <summary>Length of the key that stands here with its colon and a blank or the line's end after it; 0 when it is none.</summary>
    private readonly int KeyLength(int start, int end)
    {
        ReadOnlySpan<char> line = _text[start..end];
        int length = line.IndexOfAnyExcept(KeyCharacters);
        bool isKey = length is > 0 and <= MaxKeyLength && line[0] != '-'
            && line[length] == ':' && (length + 1 == line.Length || line[length + 1] == ' ');
        return isKey ? length : 0;
    }

    /// <summary>
    /// Closes what this line's column ends and opens what it begins, so that the innermost map or list is the one the line belongs to.
    /// False when the line fits nowhere: it may go on with the text above, or it is an error.
    /// </summary>
    private bool Settle(int column, bool isList, int at)
    {
        if (_depth == 0)
            return _tokens.Count == 0 && column == 0 && !isList && Open(column, isList, at);

        if (_waiting >= 0)
        {
            int top = _depth - 1;
            if (column > _columns[top] || (column == _columns[top] && isList && !_areLists[top]))
            {
                _waiting = -1;
                return Open(column, isList, at);
            }

            GiveNothing();
        }

        while (_depth > 0 && (_columns[_depth - 1] > column || (_columns[_depth - 1] == column && _areLists[_depth - 1] && !isList)))
            Close(at);
        return _depth > 0 && _columns[_depth - 1] == column && _areLists[_depth - 1] == isList;
    }

    private bool Open(int column, bool isList, int at)
    {
        if (_depth == _maxDepth)
            return false;
        _columns[_depth] = column;
        _areLists[_depth] = isList;
        _depth++;
        Add(isList ? FrontMatterToken.ListStart : FrontMatterToken.MapStart, PlainStyle.None, at, at, 0);
        return true;
    }

    private void Close(int at)
    {
        _depth--;
        Add(_areLists[_depth] ? FrontMatterToken.ListEnd : FrontMatterToken.MapEnd, PlainStyle.None, at, at, 0);
    }

    /// <summary>The key or dash that waits for a value has none.</summary>
    private void GiveNothing()
    {
        if (_waiting < 0)
            return;
        Add(FrontMatterToken.Scalar, PlainStyle.Plain, _waiting, _waiting, 0);
        _waiting = -1;
    }

    /// <summary>Takes the value from here to the end of the line; false when it is not surely one.</summary>
    private readonly bool ScanValue(int at, int end)
    {
        ReadOnlySpan<char> text = _text[at..end];
        char first = text[0];
        if (first is '"' or '\'')
        {
            PlainStyle style = first == '"' ? PlainQuotes.InDouble(text) : PlainQuotes.InSingle(text);
            if (style == PlainStyle.None)
                return false;
            Add(FrontMatterToken.Scalar, style, at, at + 1, text.Length - 2);
            return true;
        }

        if (text is "[]")
        {
            Add(FrontMatterToken.ListStart, PlainStyle.None, at, at, 0);
            Add(FrontMatterToken.ListEnd, PlainStyle.None, at + 1, at + 1, 0);
            return true;
        }

        if (!CanBegin(text) || !IsText(text))
            return false;
        Add(FrontMatterToken.Scalar, PlainStyle.Plain, at, at, text.Length);
        return true;
    }

    /// <summary>Whether text without quotes may begin so: with a letter, a digit or a sign that means nothing in YAML.</summary>
    private static bool CanBegin(ReadOnlySpan<char> text)
    {
        char first = text[0];
        return char.IsAsciiLetterOrDigit(first) || first is '.' or '(' or '$' or '+' or '~' or > '\u00A0'
            || (first == '-' && text.Length > 1 && char.IsAsciiDigit(text[1]));
    }

    /// <summary>Whether text without quotes has neither the colon of a key nor a comment in it.</summary>
    private static bool IsText(ReadOnlySpan<char> text)
    {
        int at = 0;
        while (true)
        {
            int length = text[at..].IndexOfAny(':', '#');
            if (length < 0)
                return true;
            at += length;
            bool isSign = text[at] == '#' ? text[at - 1] == ' ' : at + 1 == text.Length || text[at + 1] == ' ';
            if (isSign)
                return false;
            at++;
        }
    }

    private readonly void Add(FrontMatterToken kind, PlainStyle style, int offset, int textStart, int textLength) =>
        _tokens.Add(new PlainToken(kind, style, offset, textStart, textLength));
}

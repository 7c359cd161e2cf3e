namespace SearchNews.Search.QuerySyntax;

/// <summary>
/// Reads what people type: words, "phrases", +must, -not, AND OR NOT, ( ), title: excerpt: site: topic: type:, prefix*, word~. Any text is a query: what cannot be
/// taken as it was meant is searched as words, with a warning. Iterative, and bounded in depth and words.
/// </summary>
internal sealed class UserQueryParser
{
    /// <summary>Parentheses may nest this deep; deeper ones are ignored.</summary>
    public const int MaxDepth = 16;

    /// <summary>Words and phrases that are searched; the rest is dropped.</summary>
    public const int MaxTerms = 32;

    private readonly List<string> _warnings = [];
    private readonly List<string> _dropped = [];
    private readonly List<string> _idle = [];
    private readonly Stack<OpenGroup> _open = new();
    private OpenGroup _current;
    private int _terms;

    // Parentheses open beyond the limit: their closing ones close nothing.
    private int _ignored;

    private UserQueryParser() => _current = new OpenGroup(null, _idle.Add);

    /// <summary>Parses a text of any content.</summary>
    public static UserQuery Parse(string text) => new UserQueryParser().Run(text);

    private UserQuery Run(string text)
    {
        foreach (QueryToken token in QueryLexer.Tokenize(text, _warnings)) Take(token);
        if (_open.Count + _ignored > 0) Warn("A parenthesis is not closed; it is closed at the end.");
        while (_open.Count > 0) CloseGroup();
        GroupNode root = TakeIdle(_current.ToNode());
        if (_dropped.Count > 0) Warn($"Only {MaxTerms} words are searched; {_dropped.Count} were dropped.");
        return new UserQuery(root, _dropped, _warnings);
    }

    /// <summary>Warns of operators and fields that had nothing to work on; where there is nothing else, they are the words to search.</summary>
    private GroupNode TakeIdle(GroupNode root)
    {
        bool alone = root.Clauses.Count == 0 && _dropped.Count == 0;
        var words = new List<QueryClause>();
        foreach (string idle in _idle)
        {
            bool isWord = alone && idle.Any(char.IsLetter) && words.Count < MaxTerms;
            if (isWord) words.Add(new QueryClause(ClauseKind.Default, new WordNode(idle.TrimEnd(':'), null)));
            Warn(isWord ? $"'{idle}' stands alone; it is searched as a word." : $"'{idle}' has nothing to work on; it is ignored.");
        }

        return words.Count > 0 ? new GroupNode(words) : root;
    }

    private void Take(QueryToken token)
    {
        switch (token.Kind)
        {
            case QueryTokenKind.Open:
                OpenNewGroup();
                break;
            case QueryTokenKind.Close:
                if (_ignored > 0) _ignored--;
                else if (_open.Count > 0) CloseGroup();
                else Warn("A closing parenthesis has no opening one; it is ignored.");
                break;
            case QueryTokenKind.Plus:
                _current.Sign(ClauseKind.Required, token.Text);
                break;
            case QueryTokenKind.Minus:
                _current.Sign(ClauseKind.Excluded, token.Text);
                break;
            case QueryTokenKind.And:
                _current.JoinAnd(token.Text);
                break;
            case QueryTokenKind.Or:
                _current.JoinOr(token.Text);
                break;
            case QueryTokenKind.Field:
                _current.Field(token.Text);
                break;
            default:
                TakeText(token);
                break;
        }
    }

    private void TakeText(QueryToken token)
    {
        string? field = _current.NextField;
        if (field is "site" or "topic" or "type")
        {
            if (token.Text.Length > 0) _current.Add(new FilterNode(field, token.Text));
            else _current.Skip();
            return;
        }

        QueryNode? node = token.Kind == QueryTokenKind.Phrase ? Phrase(token.Text, field) : Word(token.Text, field);
        if (node is null)
        {
            _current.Skip();
        }
        else if (_terms == MaxTerms)
        {
            _dropped.Add(node.ToString());
            _current.Forget();
        }
        else
        {
            _terms++;
            _current.Add(node);
        }
    }

    private static PhraseNode? Phrase(string text, string? field) => text.Length == 0 ? null : new PhraseNode(text, field);

    private QueryNode? Word(string text, string? field)
    {
        int factor = WordFactor.IndexIn(text);
        if (factor < text.Length)
        {
            Warn(WordFactor.Warning(text[factor..]));
            text = text[..factor];
        }

        if (text.Length > 1 && text[^1] == '*') return Prefix(text, field);
        int tilde = text.IndexOf('~', StringComparison.Ordinal);
        if (tilde > 0 && text[tilde..] is "~" or "~1" or "~2" && text.AsSpan(0, tilde).IndexOfAnyExcept('~') >= 0)
            return Fuzzy(text, text[..tilde], text.EndsWith('2') ? 2 : 1, field);
        if (text.AsSpan().ContainsAny('*', '?') && text.Any(char.IsLetterOrDigit) && text.IndexOfAny(['*', '?']) < text.Length - 1)
            Warn("A wildcard is only understood at the end of a word; the rest is searched as words.");
        return text.Any(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c > 0x2FF) ? new WordNode(text, field) : null;
    }

    private QueryNode Fuzzy(string text, string word, int maxEdits, string? field)
    {
        if (field is null) return new FuzzyNode(word, maxEdits);
        Warn($"'{text}' is searched as a word: spelling variants are not looked for in one field.");
        return new WordNode(word, field);
    }

    private QueryNode? Prefix(string text, string? field)
    {
        string prefix = text.TrimEnd('*');
        bool plain = prefix.Length >= 2 && prefix.All(char.IsLetterOrDigit);
        if (plain && field is null) return new PrefixNode(prefix);
        Warn($"'{text}' is searched as a word: a prefix needs at least two letters or digits, and no field.");
        return prefix.Any(char.IsLetterOrDigit) ? new WordNode(prefix, field) : null;
    }

    private void OpenNewGroup()
    {
        if (_open.Count == MaxDepth)
        {
            Warn($"Parentheses nest deeper than {MaxDepth}; the inner ones are ignored.");
            _ignored++;
            return;
        }

        _open.Push(_current);
        _current = new OpenGroup(_current.NextField, _idle.Add);
    }

    private void CloseGroup()
    {
        GroupNode closed = _current.ToNode();
        _current = _open.Pop();
        if (closed.Clauses is [{ Kind: ClauseKind.Default } only]) _current.Add(only.Node);
        else if (closed.Clauses.Count > 0) _current.Add(closed);
        else _current.Skip();
    }

    private void Warn(string warning)
    {
        if (!_warnings.Contains(warning, StringComparer.Ordinal)) _warnings.Add(warning);
    }
}

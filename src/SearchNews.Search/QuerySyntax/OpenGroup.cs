namespace SearchNews.Search.QuerySyntax;

/// <summary>
/// A group being parsed. AND binds tighter than OR, OR tighter than standing side by side: <c>a b OR c AND d</c> is <c>a (b OR (+c +d))</c>.
/// </summary>
internal sealed class OpenGroup
{
    // What stands side by side; each of it is alternatives, each of which is a chain of clauses joined by AND.
    private readonly List<List<List<QueryClause>>> _items = [];
    private readonly string? _groupField;
    private readonly Action<string> _ignore;
    private string? _and;
    private string? _or;
    private string? _sign;
    private ClauseKind _kind;
    private string? _field;

    /// <summary>Starts a group.</summary>
    /// <param name="field">The field that stood before the parenthesis; it holds for every word inside.</param>
    /// <param name="ignore">Told of every operator and field that turned out to have nothing to work on, as typed.</param>
    public OpenGroup(string? field, Action<string> ignore)
    {
        _groupField = field;
        _ignore = ignore;
    }

    /// <summary>AND: both neighbours are required.</summary>
    public void JoinAnd(string operatorText)
    {
        DropOperators();
        if (_items.Count == 0) _ignore(operatorText);
        else _and = operatorText;
    }

    /// <summary>OR: the neighbours are alternatives.</summary>
    public void JoinOr(string operatorText)
    {
        DropOperators();
        if (_items.Count == 0) _ignore(operatorText);
        else _or = operatorText;
    }

    /// <summary>What a sign demands of the next clause.</summary>
    public void Sign(ClauseKind kind, string signText)
    {
        DropSign();
        (_kind, _sign) = (kind, signText);
    }

    /// <summary>The field of the next word, as typed.</summary>
    public void Field(string fieldText)
    {
        DropField();
        _field = fieldText;
    }

    /// <summary>The field of what comes next: the one right before it, else the group's; null for none.</summary>
    public string? NextField => _field?.ToLowerInvariant() ?? _groupField;

    /// <summary>Adds the next clause.</summary>
    public void Add(QueryNode node)
    {
        var clause = new QueryClause(_kind, node);
        if (_and is not null) _items[^1][^1].Add(clause);
        else if (_or is not null) _items[^1].Add([clause]);
        else _items.Add([[clause]]);
        (_and, _or) = (null, null);
        Forget();
    }

    /// <summary>What came next is left out: sign and field went with it.</summary>
    public void Forget() => (_kind, _sign, _field) = (ClauseKind.Default, null, null);

    /// <summary>What came next turned out to be nothing: sign and field have nothing to work on.</summary>
    public void Skip()
    {
        DropField();
        DropSign();
    }

    /// <summary>The finished group. Conflicting demands are left as they are: excluding what is required finds nothing.</summary>
    public GroupNode ToNode()
    {
        Skip();
        DropOperators();
        return new GroupNode([.. _items.SelectMany(Join)]);
    }

    /// <summary>
    /// The clauses of alternatives. A clause with a sign of its own is no alternative: what must match must, whatever stands beside it, so
    /// <c>+a OR b</c> is <c>+a b</c>; within AND only a plus says so.
    /// </summary>
    private static IEnumerable<QueryClause> Join(List<List<QueryClause>> item)
    {
        List<QueryClause>[] alternatives = [.. item.Where(chain => item.Count > 1 && IsAlternative(chain))];
        foreach (List<QueryClause> chain in item)
        {
            if (alternatives.Length < 2 || !alternatives.Contains(chain))
            {
                foreach (QueryClause clause in Flat(chain)) yield return clause;
            }
            else if (chain == alternatives[0])
            {
                yield return new QueryClause(ClauseKind.Default, new AlternativesNode([.. alternatives.SelectMany(Nodes)]));
            }
        }
    }

    private static bool IsAlternative(List<QueryClause> chain) =>
        chain.Count == 1 ? chain[0].Kind == ClauseKind.Default : chain.TrueForAll(clause => clause.Kind != ClauseKind.Required);

    private static IEnumerable<QueryClause> Flat(List<QueryClause> chain) =>
        chain.Count == 1 ? chain : chain.Select(clause => clause.Kind == ClauseKind.Default ? clause with { Kind = ClauseKind.Required } : clause);

    private static IEnumerable<QueryNode> Nodes(List<QueryClause> chain) => chain switch
    {
        [{ Node: AlternativesNode inner }] => inner.Nodes,
        [var clause] => [clause.Node],
        _ => [new GroupNode([.. Flat(chain)])],
    };

    private void DropOperators()
    {
        if ((_and ?? _or) is { } text) _ignore(text);
        (_and, _or) = (null, null);
    }

    private void DropSign()
    {
        if (_sign is not null) _ignore(_sign);
        (_kind, _sign) = (ClauseKind.Default, null);
    }

    private void DropField()
    {
        if (_field is not null) _ignore(_field + ":");
        _field = null;
    }
}

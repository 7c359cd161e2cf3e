namespace SearchNews.Search.QuerySyntax;

/// <summary>A group being parsed: its clauses so far, and what the operators read last say of the next one.</summary>
internal sealed class OpenGroup
{
    private readonly List<QueryClause> _clauses = [];
    private bool _orPending;
    private bool _andPending;

    /// <summary>Starts a group.</summary>
    /// <param name="field">The field that stood before the parenthesis; it holds for every word inside.</param>
    public OpenGroup(string? field) => GroupField = field;

    /// <summary>The field of every word inside, or null.</summary>
    public string? GroupField { get; }

    /// <summary>What a sign demands of the next clause.</summary>
    public ClauseKind PendingKind { get; set; }

    /// <summary>The field of the next word, or null.</summary>
    public string? PendingField { get; set; }

    /// <summary>The field of the word that comes now.</summary>
    public string? TakeField()
    {
        string? field = PendingField ?? GroupField;
        PendingField = null;
        return field;
    }

    /// <summary>AND: both neighbours are required.</summary>
    public void JoinAnd()
    {
        if (_clauses.Count == 0) return;
        if (_clauses[^1].Kind == ClauseKind.Default) _clauses[^1] = _clauses[^1] with { Kind = ClauseKind.Required };
        _andPending = true;
        _orPending = false;
    }

    /// <summary>OR: the neighbours are alternatives.</summary>
    public void JoinOr()
    {
        _orPending = _clauses.Count > 0;
        _andPending = false;
    }

    /// <summary>Adds the next clause.</summary>
    public void Add(QueryNode node)
    {
        ClauseKind kind = PendingKind == ClauseKind.Default && _andPending ? ClauseKind.Required : PendingKind;
        if (_orPending && kind == ClauseKind.Default && _clauses[^1].Kind != ClauseKind.Excluded)
            _clauses[^1] = _clauses[^1] with { Node = Alternatives(_clauses[^1].Node, node) };
        else
            _clauses.Add(new QueryClause(kind, node));
        PendingKind = ClauseKind.Default;
        _andPending = false;
        _orPending = false;
    }

    /// <summary>The finished group. Conflicting demands are left as they are: excluding what is required finds nothing.</summary>
    public GroupNode ToNode() => new(_clauses);

    private static AlternativesNode Alternatives(QueryNode left, QueryNode right) =>
        left is AlternativesNode alternatives ? new AlternativesNode([.. alternatives.Nodes, right]) : new AlternativesNode([left, right]);
}

namespace SearchNews.Search.QuerySyntax;

/// <summary>Clauses in parentheses, or those of the whole query.</summary>
/// <param name="Clauses">The clauses.</param>
internal sealed record GroupNode(IReadOnlyList<QueryClause> Clauses) : QueryNode
{
    public override string ToString() => $"({Text})";

    /// <summary>The clauses without the parentheses.</summary>
    public string Text => string.Join(' ', Clauses);
}

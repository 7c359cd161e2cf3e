namespace SearchNews.Search.QuerySyntax;

/// <summary>A node and what is demanded of it.</summary>
/// <param name="Kind">What is demanded.</param>
/// <param name="Node">The node.</param>
internal sealed record QueryClause(ClauseKind Kind, QueryNode Node)
{
    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        ClauseKind.Required => $"+{Node}",
        ClauseKind.Excluded => $"-{Node}",
        _ => Node.ToString(),
    };
}

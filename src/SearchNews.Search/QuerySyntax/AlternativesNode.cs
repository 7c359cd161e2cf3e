namespace SearchNews.Search.QuerySyntax;

/// <summary>Nodes joined by OR: at least one must match.</summary>
/// <param name="Nodes">The alternatives, two or more.</param>
internal sealed record AlternativesNode(IReadOnlyList<QueryNode> Nodes) : QueryNode
{
    public override string ToString() => $"({string.Join(" OR ", Nodes)})";
}

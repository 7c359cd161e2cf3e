namespace SearchNews.Search.QuerySyntax;

/// <summary>Words as typed and what means the same: the best of them counts, so that they are one word to the ranking.</summary>
/// <param name="Typed">The words as typed, one or more that stand side by side.</param>
/// <param name="Others">Words and phrases of the same meaning, one or more.</param>
internal sealed record SynonymsNode(IReadOnlyList<WordNode> Typed, IReadOnlyList<QueryNode> Others) : QueryNode
{
    /// <summary>The words as typed, as one node.</summary>
    public QueryNode TypedNode { get; } = Typed.Count == 1 ? Typed[0] : new GroupNode([.. Typed.Select(word => new QueryClause(ClauseKind.Default, word))]);

    public override string ToString() => $"({TypedNode} OR {string.Join(" OR ", Others)})";
}

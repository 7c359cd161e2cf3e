namespace SearchNews.Search.QuerySyntax;

/// <summary>A condition inside the query text, such as <c>site:nasa.gov</c>; it never changes a score.</summary>
/// <param name="Name"><c>site</c>, <c>topic</c> or <c>type</c>.</param>
/// <param name="Value">The value.</param>
internal sealed record FilterNode(string Name, string Value) : QueryNode
{
    public override string ToString() => Value.Contains(' ', StringComparison.Ordinal) ? $"{Name}:\"{Value}\"" : $"{Name}:{Value}";
}

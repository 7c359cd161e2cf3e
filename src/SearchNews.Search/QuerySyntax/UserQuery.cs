namespace SearchNews.Search.QuerySyntax;

/// <summary>What a user's text was understood as.</summary>
/// <param name="Root">The clauses; empty when nothing is searched for.</param>
/// <param name="Dropped">Words beyond the limit, which are not searched.</param>
/// <param name="Warnings">What could not be taken as it was meant, in plain words.</param>
internal sealed record UserQuery(GroupNode Root, IReadOnlyList<string> Dropped, IReadOnlyList<string> Warnings)
{
    /// <summary>The query in canonical spelling.</summary>
    public string Parsed => Root.Text;
}

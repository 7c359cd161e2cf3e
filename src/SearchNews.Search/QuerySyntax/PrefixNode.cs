namespace SearchNews.Search.QuerySyntax;

/// <summary>Words that begin with these letters.</summary>
/// <param name="Prefix">The letters, without the asterisk; at least two.</param>
internal sealed record PrefixNode(string Prefix) : QueryNode
{
    public override string ToString() => $"{Prefix}*";
}

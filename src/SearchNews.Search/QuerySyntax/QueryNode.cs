namespace SearchNews.Search.QuerySyntax;

/// <summary>A part of a parsed user query.</summary>
internal abstract record QueryNode
{
    /// <summary>The part as a user would type it.</summary>
    public abstract override string ToString();
}

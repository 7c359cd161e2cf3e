namespace SearchNews.Search.QuerySyntax;

/// <summary>Words spelled nearly like this one.</summary>
/// <param name="Text">The word as typed.</param>
/// <param name="MaxEdits">1 or 2 letters may differ.</param>
internal sealed record FuzzyNode(string Text, int MaxEdits) : QueryNode
{
    public override string ToString() => $"{Text}~{MaxEdits}";
}

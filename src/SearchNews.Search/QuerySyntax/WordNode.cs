namespace SearchNews.Search.QuerySyntax;

/// <summary>One word, searched by its stem.</summary>
/// <param name="Text">The word as typed.</param>
/// <param name="Field"><c>title</c> or <c>excerpt</c>, or null for the combined text.</param>
internal sealed record WordNode(string Text, string? Field) : QueryNode
{
    /// <summary>A better spelling that is searched too, or null.</summary>
    public string? Correction { get; init; }

    public override string ToString() => Field is null ? Correction ?? Text : $"{Field}:{Correction ?? Text}";
}

namespace SearchNews.Search.QuerySyntax;

/// <summary>Words in quotes: exactly these, in this order, stop words included.</summary>
/// <param name="Text">The text between the quotes.</param>
/// <param name="Field"><c>title</c> or <c>excerpt</c>, or null for either.</param>
internal sealed record PhraseNode(string Text, string? Field) : QueryNode
{
    public override string ToString() => Field is null ? $"\"{Text}\"" : $"{Field}:\"{Text}\"";
}

namespace SearchNews.Search.Responses;

/// <summary>A value and how many hits have it.</summary>
/// <param name="Value">The value in the spelling that most articles use.</param>
/// <param name="Count">Stories, where a story is one hit, else articles.</param>
public sealed record FacetValue(string Value, long Count);

namespace SearchNews.Search.Responses;

/// <summary>A value and how often it occurs.</summary>
/// <param name="Value">The value in its original spelling.</param>
/// <param name="Count">Articles.</param>
public sealed record FacetValue(string Value, long Count);

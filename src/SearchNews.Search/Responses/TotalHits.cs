namespace SearchNews.Search.Responses;

/// <summary>How much was found.</summary>
/// <param name="Stories">Stories, or null when hits are not grouped.</param>
/// <param name="Articles">Articles.</param>
/// <param name="Exact">False when there may be more.</param>
public sealed record TotalHits(long? Stories, long Articles, bool Exact);

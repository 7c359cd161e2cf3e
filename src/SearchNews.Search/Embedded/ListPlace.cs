namespace SearchNews.Search.Embedded;

/// <summary>Where a list goes on.</summary>
/// <param name="Last">The last hit shown.</param>
/// <param name="Shown">The stories shown; null when every document is a hit by itself.</param>
internal sealed record ListPlace(RankedHit Last, ShownStories? Shown);

namespace SearchNews.Search.Indexing;

/// <summary>What an update did, and whether another one should follow soon.</summary>
/// <param name="Report">What it did.</param>
/// <param name="IsUnfinished">A file was let off because its writer may not be done.</param>
internal readonly record struct UpdateOutcome(UpdateReport Report, bool IsUnfinished);

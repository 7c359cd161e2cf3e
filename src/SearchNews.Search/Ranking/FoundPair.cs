namespace SearchNews.Search.Ranking;

/// <summary>Neighbours of the query that stand together in an article.</summary>
/// <param name="Words">Both as typed.</param>
/// <param name="InTitle">True for the title, false for the excerpt.</param>
/// <param name="Value">What it adds to the score.</param>
internal sealed record FoundPair(string Words, bool InTitle, double Value);

namespace SearchNews.Search.Ranking;

/// <summary>Neighbours of the query and what they add to a score.</summary>
/// <param name="Pair">The terms.</param>
/// <param name="InTitle">Added when they stand in the title at the query's distance.</param>
/// <param name="InExcerpt">Added when they do so in the excerpt only.</param>
internal sealed record WeightedPair(NeighbourPair Pair, double InTitle, double InExcerpt);

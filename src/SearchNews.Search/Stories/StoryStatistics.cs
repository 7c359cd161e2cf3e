namespace SearchNews.Search.Stories;

/// <summary>Figures of the stories of an index.</summary>
/// <param name="Stories">How many there are, those of one article counted.</param>
/// <param name="Grouped">How many have two articles or more.</param>
/// <param name="Articles">How many articles those have.</param>
/// <param name="Largest">How many articles the largest has; 0 when there is none.</param>
public sealed record StoryStatistics(long Stories, int Grouped, int Articles, int Largest);

namespace SearchNews.Search.Ranking;

/// <summary>Two terms that are neighbours in the query.</summary>
/// <param name="First">The earlier term.</param>
/// <param name="Second">The later term.</param>
/// <param name="Distance">Positions from the first to the second, at least 1; more when stop words stand between them.</param>
/// <param name="Words">Both words: for people.</param>
/// <param name="FirstWeight">What the first term's idf counts, 0 to 1.</param>
/// <param name="SecondWeight">What the second term's idf counts, 0 to 1.</param>
internal sealed record NeighbourPair(string First, string Second, int Distance, string Words, double FirstWeight, double SecondWeight);

namespace SearchNews.Search.Highlighting;

/// <summary>Terms that are marked where they stand together.</summary>
/// <param name="Terms">Numbers of the terms, two or more.</param>
/// <param name="Positions">Where each is, from the first one on; ascending, the first 0.</param>
/// <param name="Fields">Where it is marked.</param>
/// <param name="Source">What it counts as when passages are compared.</param>
internal sealed record MarkedPhrase(int[] Terms, int[] Positions, MarkedFields Fields, int Source);

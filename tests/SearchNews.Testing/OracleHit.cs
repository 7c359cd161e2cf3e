namespace SearchNews.Testing;

/// <summary>One line of the result of a query that Lucene ran.</summary>
/// <param name="Doc">Index-wide document number.</param>
/// <param name="Id">The stored field <c>id</c>; "-" when the document has none.</param>
/// <param name="Score">The score, bit for bit.</param>
/// <param name="Explained">The value of Lucene's explanation, bit for bit; null when it was not asked for.</param>
public sealed record OracleHit(int Doc, string Id, float Score, float? Explained);

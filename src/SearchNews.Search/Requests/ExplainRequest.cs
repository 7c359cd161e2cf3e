namespace SearchNews.Search.Requests;

/// <summary>Asks why an article has its score.</summary>
/// <param name="Search">The search; paging and sort play no part.</param>
/// <param name="Id">The article.</param>
/// <param name="Versus">A second article to compare with, or null.</param>
public sealed record ExplainRequest(SearchRequest Search, string Id, string? Versus = null);

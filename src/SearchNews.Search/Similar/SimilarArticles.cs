using SearchNews.Search.Responses;

namespace SearchNews.Search.Similar;

/// <summary>What was found similar to an article.</summary>
/// <param name="Total">Candidates within the window and, unless the story is included, above the score floor; before titles and providers are looked at.</param>
/// <param name="Hits">The best, best first.</param>
internal sealed record SimilarArticles(int Total, IReadOnlyList<SimilarHit> Hits);

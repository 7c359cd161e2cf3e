using SearchNews.Search.Responses;

namespace SearchNews.Search.Similar;

/// <summary>What was found similar to an article.</summary>
/// <param name="Total">How many there are to show, however many were asked for.</param>
/// <param name="Hits">The first of them.</param>
internal sealed record SimilarArticles(int Total, IReadOnlyList<SimilarHit> Hits);

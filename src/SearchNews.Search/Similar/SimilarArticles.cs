using SearchNews.Search.Responses;

namespace SearchNews.Search.Similar;

/// <summary>What was found similar to an article.</summary>
/// <param name="Total">Candidates that passed every rule, before the cut to the wanted size.</param>
/// <param name="Hits">The best, best first.</param>
internal sealed record SimilarArticles(int Total, IReadOnlyList<SimilarHit> Hits);

namespace SearchNews.Search.Responses;

/// <summary>Similar articles, most similar first; a provider with more than two in ten waits for the next ten.</summary>
/// <param name="Meta">How the answer came about.</param>
/// <param name="Total">How much was found before the cut to size.</param>
/// <param name="Hits">The hits.</param>
public sealed record SimilarResponse(ResponseMeta Meta, TotalHits Total, IReadOnlyList<SimilarHit> Hits);

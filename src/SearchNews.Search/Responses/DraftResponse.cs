namespace SearchNews.Search.Responses;

/// <summary>Articles similar to a draft, most similar first.</summary>
/// <param name="Meta">How the answer came about.</param>
/// <param name="Total">How much was found before the cut to size.</param>
/// <param name="Hits">The hits.</param>
/// <param name="NearDuplicates">Articles that tell the same already, most like first; their score is the likeness of the words, 0 to 1.</param>
public sealed record DraftResponse(ResponseMeta Meta, TotalHits Total, IReadOnlyList<SimilarHit> Hits, IReadOnlyList<SimilarHit> NearDuplicates);

namespace SearchNews.Search.Responses;

/// <summary>All values of a field.</summary>
/// <param name="Meta">How the answer came about.</param>
/// <param name="Field">The field.</param>
/// <param name="Values">The values: months newest first, others by falling count.</param>
public sealed record FacetResponse(ResponseMeta Meta, string Field, IReadOnlyList<FacetValue> Values);

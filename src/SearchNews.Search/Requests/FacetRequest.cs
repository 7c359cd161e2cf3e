using SearchNews.Search.Facets;

namespace SearchNews.Search.Requests;

/// <summary>Asks for all values of a field, with counts.</summary>
/// <param name="Field">The field.</param>
/// <param name="Search">Which hits to count.</param>
public sealed record FacetRequest(FacetField Field, SearchRequest Search);

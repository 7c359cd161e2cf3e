using SearchNews.Search;
using SearchNews.Search.Facets;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Search;

/// <summary>
/// Counts for the filters. A field that is filtered by is counted as if it were not, so that its other values can be seen and added; all else is as the
/// search counted it. Immutable.
/// </summary>
internal sealed class PageFacets(IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> counts)
{
    /// <summary>Values and counts of a field, by its name in answers.</summary>
    public IReadOnlyList<FacetValue> this[string field] => counts.GetValueOrDefault(field) ?? [];

    /// <summary>Adds the counts of fields that are filtered by to those of an answer.</summary>
    public static async ValueTask<PageFacets> CountAsync(ISearchBackend backend, SearchRequest request, SearchResponse response, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, IReadOnlyList<FacetValue>>(response.Facets ?? new Dictionary<string, IReadOnlyList<FacetValue>>(StringComparer.Ordinal), StringComparer.Ordinal);
        ArticleFilter filter = request.Filter;
        (FacetField Field, IReadOnlyList<string> Values, ArticleFilter Others)[] fields =
        [
            (FacetField.Provider, filter.Sites, filter with { Sites = Excluded(filter.Sites) }),
            (FacetField.Topic, filter.Topics, filter with { Topics = Excluded(filter.Topics) }),
            (FacetField.Type, filter.Types, filter with { Types = Excluded(filter.Types) }),
            (FacetField.Category, filter.Categories, filter with { Categories = Excluded(filter.Categories) }),
        ];
        foreach ((FacetField field, IReadOnlyList<string> values, ArticleFilter others) in fields)
        {
            if (values.All(v => v.StartsWith('-'))) continue;
            FacetResponse answer = await backend.CountFacetAsync(new FacetRequest(field, request with { Filter = others, Facets = [], TimeBudget = null }), cancellationToken);
            counts[answer.Field] = answer.Values;
        }

        return new PageFacets(counts);
    }

    private static IReadOnlyList<string> Excluded(IReadOnlyList<string> values) => [.. values.Where(v => v.StartsWith('-'))];
}

using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SearchNews.Api.Requests;

namespace SearchNews.Api.OpenSearch;

/// <summary>The media types of OpenSearch, and when a client wants suggestions in its form.</summary>
internal static class OpenSearchTypes
{
    /// <summary>Suggestions as browsers read them. Source: OpenSearch Suggestions extension 1.1.</summary>
    public const string Suggestions = "application/x-suggestions+json";

    /// <summary>The description of a search. Source: OpenSearch 1.1.</summary>
    public const string Description = "application/opensearchdescription+xml";

    /// <summary>
    /// The media type that suggestions are sent as: the one of higher quality, of equals the one that is named more exactly, then the one named first; JSON when nothing is said.
    /// </summary>
    public static string ChosenBy(StringValues accept)
    {
        if (StringValues.IsNullOrEmpty(accept) || !MediaTypeHeaderValue.TryParseList(accept, out IList<MediaTypeHeaderValue>? ranges)) return ContentTypes.Json;
        return WeightOf(Suggestions, ranges).CompareTo(WeightOf(ContentTypes.Json, ranges)) > 0 ? Suggestions : ContentTypes.Json;
    }

    private static (double Quality, int Specificity, int Place) WeightOf(string mediaType, IList<MediaTypeHeaderValue> ranges)
    {
        MediaTypeHeaderValue? best = ranges.Where(range => AcceptsJsonFilter.Specificity(range, mediaType) > 0).MaxBy(range => AcceptsJsonFilter.Specificity(range, mediaType));
        return best is null ? (0, 0, 0) : (best.Quality ?? 1, AcceptsJsonFilter.Specificity(best, mediaType), -ranges.IndexOf(best));
    }
}

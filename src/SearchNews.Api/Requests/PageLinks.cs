using System.Globalization;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Requests;

/// <summary>Fills the addresses of an answer from the address it was asked by.</summary>
internal static class PageLinks
{
    private const string Page = "page";

    public static SearchResponse Fill(SearchResponse response, HttpRequest request, IReadOnlyList<KeyValuePair<string, string>> pairs) => response with
    {
        Next = HasNext(response) ? CanonicalUrl.Of(request, WithPage(pairs, response.Page + 1)) : null,
        Links = response.Links with { Self = CanonicalUrl.Of(request, pairs) },
    };

    /// <summary>True when a next page exists and may be asked for.</summary>
    internal static bool HasNext(SearchResponse response)
    {
        long found = response.Total.Stories ?? response.Total.Articles;
        long shown = (long)response.Page * response.Size;
        bool more = found > shown || !response.Total.Exact;
        return more && response.Hits.Count == response.Size && shown + response.Size <= SearchRequest.MaxDepth;
    }

    private static IEnumerable<KeyValuePair<string, string>> WithPage(IReadOnlyList<KeyValuePair<string, string>> pairs, int page) =>
        pairs.Where(p => p.Key != Page).Append(new(Page, page.ToString(CultureInfo.InvariantCulture)));
}

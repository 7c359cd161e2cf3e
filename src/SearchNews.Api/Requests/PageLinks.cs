using System.Globalization;
using SearchNews.Api.Feeds;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Requests;

/// <summary>Fills the addresses of an answer from the address it was asked by.</summary>
internal static class PageLinks
{
    private const string Page = "page";
    private const string Cursor = "cursor";

    public static SearchResponse Fill(SearchResponse response, HttpRequest request, IReadOnlyList<KeyValuePair<string, string>> pairs) => response with
    {
        Next = NextOf(response, pairs) is { } next ? CanonicalUrl.Of(request, next) : null,
        Links = new ResponseLinks(CanonicalUrl.Of(request, pairs), FeedQuery.AddressOf(request, FeedFormat.Rss, pairs), FeedQuery.AddressOf(request, FeedFormat.Atom, pairs)),
    };

    public static StoriesResponse Fill(StoriesResponse response, HttpRequest request, IReadOnlyList<KeyValuePair<string, string>> pairs) => response with
    {
        Next = HasNext(response.Total, response.Page, response.Size, response.Hits.Count) ? CanonicalUrl.Of(request, WithPage(pairs, response.Page + 1)) : null,
    };

    /// <summary>The next page by its number; by cursor where this one was asked for so, and where numbers end. Null on the last.</summary>
    private static IEnumerable<KeyValuePair<string, string>>? NextOf(SearchResponse response, IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        if (!pairs.Any(p => p.Key == Cursor && !string.IsNullOrWhiteSpace(p.Value)) && HasNext(response.Total, response.Page, response.Size, response.Hits.Count))
            return WithPage(pairs, response.Page + 1);
        return response.Cursor is { } cursor ? pairs.Where(p => p.Key is not (Page or Cursor)).Append(new(Cursor, cursor)) : null;
    }

    /// <summary>True when a next page exists and may be asked for.</summary>
    /// <param name="total">How much was found.</param>
    /// <param name="page">This page, from 1.</param>
    /// <param name="size">Hits asked for.</param>
    /// <param name="hits">Hits there are.</param>
    internal static bool HasNext(TotalHits total, int page, int size, int hits)
    {
        long found = total.Stories ?? total.Articles;
        long shown = (long)page * size;
        bool more = found > shown || !total.Exact;
        return more && hits == size && shown + size <= SearchRequest.MaxDepth;
    }

    /// <summary>The parameters of another page.</summary>
    public static IEnumerable<KeyValuePair<string, string>> WithPage(IReadOnlyList<KeyValuePair<string, string>> pairs, int page) =>
        pairs.Where(p => p.Key is not (Page or Cursor)).Append(new(Page, page.ToString(CultureInfo.InvariantCulture)));
}

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

    public static SearchResponse Fill(SearchResponse response, HttpRequest request, IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        string path = CanonicalUrl.PathOf(request);
        string query = CanonicalUrl.QueryOf(pairs);
        string subscription = FeedQuery.IsSubscription(pairs) ? query : CanonicalUrl.QueryOf(FeedQuery.Subscription(pairs));
        return response with
        {
            Next = NextOf(response, pairs) is { } next ? path + CanonicalUrl.QueryOf(next) : null,
            Links = new ResponseLinks(path + query, FeedQuery.AddressOf(request, FeedFormat.Rss, subscription), FeedQuery.AddressOf(request, FeedFormat.Atom, subscription)),
        };
    }

    public static StoriesResponse Fill(StoriesResponse response, HttpRequest request, IReadOnlyList<KeyValuePair<string, string>> pairs) => response with
    {
        Next = HasNext(response.Total, response.Page, response.Size, response.Hits.Count) ? CanonicalUrl.Of(request, WithPage(pairs, response.Page + 1)) : null,
    };

    /// <summary>The next page by its number; by cursor where this one was asked for so, and where numbers end. Null on the last.</summary>
    private static IEnumerable<KeyValuePair<string, string>>? NextOf(SearchResponse response, IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        if (!GoesOnByCursor(pairs) && HasNext(response.Total, response.Page, response.Size, response.Hits.Count)) return WithPage(pairs, response.Page + 1);
        return response.Cursor is { } cursor ? With(pairs, new(Cursor, cursor)) : null;
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
        With(pairs, new(Page, page.ToString(CultureInfo.InvariantCulture)));

    private static List<KeyValuePair<string, string>> With(IReadOnlyList<KeyValuePair<string, string>> pairs, KeyValuePair<string, string> place)
    {
        var others = new List<KeyValuePair<string, string>>(pairs.Count + 1);
        for (int i = 0; i < pairs.Count; i++)
        {
            if (pairs[i].Key is not (Page or Cursor)) others.Add(pairs[i]);
        }

        others.Add(place);
        return others;
    }

    private static bool GoesOnByCursor(IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        for (int i = 0; i < pairs.Count; i++)
        {
            if (pairs[i].Key == Cursor && !string.IsNullOrWhiteSpace(pairs[i].Value)) return true;
        }

        return false;
    }
}

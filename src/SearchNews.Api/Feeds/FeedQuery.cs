using SearchNews.Api.Requests;
using SearchNews.Search.Requests;

namespace SearchNews.Api.Feeds;

/// <summary>The parameters of a search as a feed takes them.</summary>
internal static class FeedQuery
{
    private const string Route = "/v1/search";
    private const string Query = "q";
    private const int MaxTitle = 120;

    /// <summary>Say where in the results a page begins; a subscription begins at the top.</summary>
    private static readonly string[] OfPages = ["page", "cursor"];

    /// <summary>Change what an answer in JSON shows and nothing in a feed.</summary>
    private static readonly string[] OfAnswers = ["explain", "facets", "fields", "highlight"];

    private static readonly string[] Filters = ["site", "topic", "type", "category", "since", "from", "to"];

    /// <summary>
    /// The search of a feed: newest first unless an order is asked for, and never any word in place of all: whoever subscribes to two words wants to hear
    /// when both come up, not every day of one of them.
    /// </summary>
    public static SearchRequest Of(SearchRequest request) => request with { Sort = request.Sort ?? SortOrder.Newest, Relax = false, Facets = [], Explain = 0, Highlight = HighlightMode.None };

    /// <summary>True when the same feed has other items later though the index is the same: ages are counted from the clock, and so is recency.</summary>
    public static bool DependsOnClock(IReadOnlyList<KeyValuePair<string, string>> pairs) =>
        pairs.Any(p => p.Key == "since" || (p.Key == "sort" && p.Value == "relevance"));

    /// <summary>The parameters of a subscription to this search, from its first page on.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Subscription(IEnumerable<KeyValuePair<string, string>> pairs) => pairs.Where(p => IsOfSubscription(p.Key));

    /// <summary>True when all parameters are those of a subscription.</summary>
    public static bool IsSubscription(IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        for (int i = 0; i < pairs.Count; i++)
        {
            if (!IsOfSubscription(pairs[i].Key)) return false;
        }

        return true;
    }

    /// <summary>Where a search is subscribed to.</summary>
    /// <param name="request">Gives the path that all routes are below.</param>
    /// <param name="format">The kind of feed.</param>
    /// <param name="query">The canonical query of <see cref="Subscription"/>.</param>
    public static string AddressOf(HttpRequest request, FeedFormat format, string query) => request.PathBase.ToUriComponent() + Route + format.Extension + query;

    /// <summary>What tells one feed from another: all but how many items a page has.</summary>
    public static string IdentityOf(IEnumerable<KeyValuePair<string, string>> pairs) => CanonicalUrl.QueryOf(Subscription(pairs).Where(p => p.Key != "size"));

    private static bool IsOfSubscription(string name) => Array.IndexOf(OfPages, name) < 0 && Array.IndexOf(OfAnswers, name) < 0;

    /// <summary>A title for people: the query, and the filters in brackets.</summary>
    public static string TitleOf(IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        string query = FeedText.CleanOrNull(pairs.FirstOrDefault(p => p.Key == Query).Value) ?? "all news";
        string[] filters = [.. pairs.Where(p => Filters.Contains(p.Key, StringComparer.Ordinal) && !string.IsNullOrWhiteSpace(p.Value)).Select(p => $"{p.Key} {FeedText.Clean(p.Value).Trim()}")];
        string title = filters.Length == 0 ? query : $"{query} ({string.Join(", ", filters)})";
        return "SearchNews: " + FeedText.Shorten(title, MaxTitle);
    }
}

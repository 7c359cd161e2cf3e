using System.Text;

namespace SearchNews.Api.Requests;

/// <summary>
/// One spelling for every way to write the same request: <c>q</c> first, the rest by name, values of one name in the order given, values without text
/// left out, everything percent-encoded. Meant for requests that were found valid.
/// </summary>
internal static class CanonicalUrl
{
    private const string Query = "q";

    /// <summary>Path and query of a request.</summary>
    /// <param name="request">Gives the path.</param>
    /// <param name="pairs">Names and values.</param>
    public static string Of(HttpRequest request, IEnumerable<KeyValuePair<string, string>> pairs) => PathOf(request) + QueryOf(pairs);

    /// <summary>The path of a request, as it is written in an address.</summary>
    internal static string PathOf(HttpRequest request) => request.PathBase.ToUriComponent() + request.Path.ToUriComponent();

    /// <summary>The query with its question mark, or nothing.</summary>
    internal static string QueryOf(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        // Without LINQ: each search has four addresses.
        var ordered = new List<KeyValuePair<string, string>>();
        foreach (KeyValuePair<string, string> pair in pairs)
        {
            if (!string.IsNullOrWhiteSpace(pair.Value)) Insert(ordered, pair);
        }

        if (ordered.Count == 0) return "";
        var query = new StringBuilder();
        foreach ((string name, string value) in ordered)
        {
            query.Append(query.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }

        return query.ToString();
    }

    /// <summary>Puts a pair behind all that come before it or are of the same name.</summary>
    private static void Insert(List<KeyValuePair<string, string>> ordered, KeyValuePair<string, string> pair)
    {
        int at = ordered.Count;
        while (at > 0 && Compare(ordered[at - 1].Key, pair.Key) > 0) at--;
        ordered.Insert(at, pair);
    }

    private static int Compare(string a, string b)
    {
        if (a == b) return 0;
        return a == Query ? -1 : b == Query ? 1 : string.CompareOrdinal(a, b);
    }
}

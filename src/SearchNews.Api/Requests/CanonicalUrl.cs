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
    public static string Of(HttpRequest request, IEnumerable<KeyValuePair<string, string>> pairs) =>
        request.PathBase.ToUriComponent() + request.Path.ToUriComponent() + QueryOf(pairs);

    /// <summary>The query with its question mark, or nothing.</summary>
    internal static string QueryOf(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var query = new StringBuilder();
        IEnumerable<KeyValuePair<string, string>> ordered = pairs
            .Where(p => !string.IsNullOrWhiteSpace(p.Value))
            .OrderBy(p => p.Key != Query)
            .ThenBy(p => p.Key, StringComparer.Ordinal);
        foreach ((string name, string value) in ordered)
        {
            query.Append(query.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }

        return query.ToString();
    }
}

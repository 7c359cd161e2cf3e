using Microsoft.AspNetCore.WebUtilities;
using SearchNews.Search;
using SearchNews.Search.Requests;

namespace SearchNews.Api.Requests;

/// <summary>
/// The names and values of a query string, decoded, in their order and letter case, repeats kept. What is not valid percent-encoding or UTF-8 stays as it
/// was sent: it is text like any other.
/// </summary>
internal static class QueryPairs
{
    /// <summary>Most names and values of one request; each unknown one costs a message in the answer.</summary>
    public const int MaxCount = 100;

    /// <summary>Reads the query string, once a request.</summary>
    /// <exception cref="InvalidRequestException">There are more than <see cref="MaxCount"/>.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(HttpRequest request)
    {
        string text = request.QueryString.Value ?? "";
        if (request.HttpContext.Features.Get<ReadQuery>() is { } read && ReferenceEquals(read.Text, text)) return read.Pairs;
        IReadOnlyList<KeyValuePair<string, string>> pairs = Parse(text);
        request.HttpContext.Features.Set(new ReadQuery(text, pairs));
        return pairs;
    }

    /// <summary>Checks that a route that takes no parameters was given none.</summary>
    /// <exception cref="InvalidRequestException">There is one.</exception>
    public static void RefuseAny(HttpRequest request)
    {
        IReadOnlyList<KeyValuePair<string, string>> pairs = Read(request);
        if (pairs.Count == 0) return;
        throw new InvalidRequestException(pairs
            .Select(p => p.Key)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, Refusal, StringComparer.Ordinal));
    }

    /// <summary>True when a name is among them, with or without text.</summary>
    public static bool Has(IReadOnlyList<KeyValuePair<string, string>> pairs, string name)
    {
        for (int i = 0; i < pairs.Count; i++)
        {
            if (pairs[i].Key == name) return true;
        }

        return false;
    }

    private static List<KeyValuePair<string, string>> Parse(string text)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (QueryStringEnumerable.EncodedNameValuePair pair in new QueryStringEnumerable(text))
        {
            if (pairs.Count == MaxCount) throw new InvalidRequestException("parameters", $"are more than {MaxCount}; give fewer.");
            pairs.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }

        return pairs;
    }

    private static string[] Refusal(string name) => SearchParameters.Known.Contains(name, StringComparer.Ordinal)
        ? ["is a parameter of /v1/search; this route takes none."]
        : ["is not a known parameter; this route takes none."];
}

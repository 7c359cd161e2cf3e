using SearchNews.Search.Requests;

namespace SearchNews.Api.Pages.Search;

/// <summary>The last word of a query as the beginning of one: what the page shows to people who have not typed it to its end.</summary>
internal static class WordBeginning
{
    // A prefix of the query language has two letters at least.
    private const int Least = 2;

    /// <summary>The query with its last word as a prefix; null where that is no plain word of the query itself.</summary>
    public static string? Of(string? query)
    {
        if (query is null || query.Length >= SearchRequest.MaxQueryLength || query.Count(c => c == '"') % 2 != 0) return null;
        string word = LastWordOf(query);
        bool standsAlone = word.Length == query.Length || char.IsWhiteSpace(query[^(word.Length + 1)]);
        return standsAlone && word.Length >= Least && word is not ("AND" or "OR" or "NOT") ? query + "*" : null;
    }

    /// <summary>The letters and digits that the text ends with.</summary>
    public static string LastWordOf(string query)
    {
        int start = query.Length;
        while (start > 0 && char.IsLetterOrDigit(query[start - 1])) start--;
        return query[start..];
    }
}

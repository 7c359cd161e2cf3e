using Microsoft.AspNetCore.Http.Features;

namespace SearchNews.Api.Requests;

/// <summary>
/// The id of an article in a path. The server decodes a path once but leaves <c>%2F</c>, so that a slash within a segment is not taken for the end of it;
/// a file whose name really holds "%2F" is therefore told apart only by the path as it was sent.
/// </summary>
internal static class ArticleId
{
    private const string EncodedSlash = "%2F";

    /// <summary>The id, fully decoded.</summary>
    /// <param name="context">The request.</param>
    /// <param name="routeValue">The segment as routing gives it.</param>
    public static string Decode(HttpContext context, string routeValue)
    {
        if (!routeValue.Contains(EncodedSlash, StringComparison.OrdinalIgnoreCase)) return routeValue;
        return Decode(context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "", routeValue);
    }

    /// <summary>Looks for the segment as it was sent: the one that becomes <paramref name="routeValue"/> but for its slashes.</summary>
    internal static string Decode(string rawTarget, string routeValue)
    {
        string slashed = WithSlashes(routeValue);
        int end = rawTarget.IndexOf('?', StringComparison.Ordinal);
        foreach (string segment in (end < 0 ? rawTarget : rawTarget[..end]).Split('/'))
        {
            string decoded = Uri.UnescapeDataString(segment);
            if (WithSlashes(decoded) == slashed) return decoded;
        }

        return slashed;
    }

    private static string WithSlashes(string text) => text.Replace(EncodedSlash, "/", StringComparison.OrdinalIgnoreCase);
}

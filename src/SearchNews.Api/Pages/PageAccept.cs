using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SearchNews.Api.Requests;

namespace SearchNews.Api.Pages;

/// <summary>What a client takes: pages, or plain text. Source: RFC 9110, 12.5.1.</summary>
internal static class PageAccept
{
    private const string Page = "text/html";

    /// <summary>True unless the header leaves out pages.</summary>
    public static bool TakesPages(StringValues accept) => !TryRead(accept, out IList<MediaTypeHeaderValue> ranges) || ranges.Any(Covers);

    /// <summary>True when the header asks for pages by name, as browsers do.</summary>
    public static bool AsksForPages(StringValues accept) => TryRead(accept, out IList<MediaTypeHeaderValue> ranges) && ranges.Any(r => !r.MatchesAllTypes && Covers(r));

    private static bool TryRead(StringValues accept, out IList<MediaTypeHeaderValue> ranges)
    {
        ranges = [];
        return !StringValues.IsNullOrEmpty(accept) && MediaTypeHeaderValue.TryParseList(accept, out ranges!);
    }

    private static bool Covers(MediaTypeHeaderValue range) => range.Quality is not 0 && AcceptsJsonFilter.Specificity(range, Page) > 0;
}

using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SearchNews.Api.Pages.Assets;

/// <summary>Which content coding a client takes. Source: RFC 9110, 12.5.3.</summary>
internal static class AcceptedCoding
{
    public const string Brotli = "br";
    public const string Gzip = "gzip";

    /// <summary>The smaller one that is accepted, or null for none.</summary>
    public static string? Best(StringValues accept)
    {
        if (StringValues.IsNullOrEmpty(accept) || !StringWithQualityHeaderValue.TryParseList(accept, out IList<StringWithQualityHeaderValue>? codings)) return null;
        if (Takes(codings, Brotli)) return Brotli;
        return Takes(codings, Gzip) ? Gzip : null;
    }

    private static bool Takes(IEnumerable<StringWithQualityHeaderValue> codings, string name) =>
        codings.Any(c => c.Value.Equals(name, StringComparison.OrdinalIgnoreCase) && c.Quality is not 0);
}

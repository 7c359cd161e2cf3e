using System.Net.Http.Headers;

namespace SearchNews.Api.Requests;

/// <summary>Whether a body is of the type that a route takes: UTF-8, and as it is, not compressed.</summary>
internal static class ContentTypes
{
    public const string Json = "application/json";
    public const string Markdown = "text/markdown";

    /// <summary>True when there is no body, or one of JSON.</summary>
    public static bool IsJsonOrNothing(HttpRequest request) => request.ContentLength is 0 || !HasBody(request) || Is(request, Json);

    private static bool HasBody(HttpRequest request) => request.ContentLength > 0 || !string.IsNullOrEmpty(request.Headers.TransferEncoding);

    /// <summary>True for the media type, with no charset or utf-8, and no content coding.</summary>
    public static bool Is(HttpRequest request, string mediaType) =>
        string.IsNullOrEmpty(request.Headers.ContentEncoding)
        && MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
        && string.Equals(type.MediaType, mediaType, StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));
}

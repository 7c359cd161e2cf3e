using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace SearchNews.Api.Answers;

/// <summary>Documents that are small, seldom asked for and seldom other ones: tagged by what is in them, with a 304 for who has them.</summary>
internal static class TaggedBytes
{
    private const int HashBytes = 15;

    /// <summary>Sets what caches are told, and makes the outcome.</summary>
    /// <param name="response">The response.</param>
    /// <param name="bytes">The whole document.</param>
    /// <param name="contentType">Its type.</param>
    /// <param name="cacheControl">How long it may be kept.</param>
    public static FileContentHttpResult Of(HttpResponse response, ReadOnlyMemory<byte> bytes, string contentType, string cacheControl)
    {
        response.Headers.CacheControl = cacheControl;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        string hash = Base64Url.EncodeToString(SHA256.HashData(bytes.Span).AsSpan(0, HashBytes));
        return TypedResults.Bytes(bytes, contentType, entityTag: new EntityTagHeaderValue($"\"{hash}\"", isWeak: true));
    }
}

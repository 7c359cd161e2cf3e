using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using SearchNews.Api.Feeds;
using SearchNews.Api.OpenSearch;

namespace SearchNews.Api.Caching;

/// <summary>Brotli and gzip, as fast as they go: answers are small and made afresh. They hold no secret that a guess in the query could reveal.</summary>
internal static class Compression
{
    private static readonly string[] MediaTypes = ["application/json", "text/plain", "text/html", "text/css", "text/javascript", FeedFormat.Rss.MediaType, FeedFormat.Atom.MediaType, FeedFormat.Json.MediaType, OpenSearchTypes.Suggestions, OpenSearchTypes.Description];

    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = MediaTypes;
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
    }
}

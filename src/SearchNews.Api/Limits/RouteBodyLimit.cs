using Microsoft.AspNetCore.Http.Metadata;

namespace SearchNews.Api.Limits;

/// <summary>A route's own longest body in bytes. Routing hands it to the server, which holds bodies of unknown length to it.</summary>
internal sealed class RouteBodyLimit(long bytes) : IRequestSizeLimitMetadata
{
    /// <inheritdoc/>
    public long? MaxRequestBodySize => bytes;
}

using SearchNews.Search.Responses;

namespace SearchNews.Api.Feeds;

/// <summary>A feed as the outcome of an endpoint. It is no <see cref="IValueHttpResult"/>: what answers in JSON would be sent instead of it.</summary>
/// <param name="feed">The feed.</param>
/// <param name="format">The form to write it in.</param>
/// <param name="response">The answer it was made of; whether that is whole decides if the feed may be kept.</param>
internal sealed class FeedResult(Feed feed, FeedFormat format, SearchResponse response) : IResult, IStatusCodeHttpResult
{
    /// <inheritdoc/>
    public int? StatusCode => StatusCodes.Status200OK;

    /// <summary>True when time ran out and items may be missing.</summary>
    public bool IsPartial => response.Meta.Partial;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ReadOnlyMemory<byte> bytes = format.Write(feed);
        httpContext.Response.ContentType = format.MediaType + "; charset=utf-8";
        httpContext.Response.ContentLength = bytes.Length;
        return httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
    }
}

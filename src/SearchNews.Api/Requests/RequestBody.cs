namespace SearchNews.Api.Requests;

/// <summary>Reads whole bodies; the server holds them to the route's limit.</summary>
internal static class RequestBody
{
    /// <summary>All bytes.</summary>
    /// <exception cref="BadHttpRequestException">The body is longer than the limit.</exception>
    public static async ValueTask<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream((int)(request.ContentLength ?? 0));
        await request.Body.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }
}

using Microsoft.AspNetCore.Http.Timeouts;

namespace SearchNews.Api.Requests;

/// <summary>Reads whole bodies; the server holds them to the route's limit.</summary>
internal static class RequestBody
{
    /// <summary>All bytes.</summary>
    /// <exception cref="BadHttpRequestException">The body is longer than the limit, or was not there when the time for an answer was over.</exception>
    public static async ValueTask<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream((int)(request.ContentLength ?? 0));
        try
        {
            await request.Body.CopyToAsync(bytes, cancellationToken);
        }
        catch (OperationCanceledException) when (request.HttpContext.Features.Get<IHttpRequestTimeoutFeature>() is { RequestTimeoutToken.IsCancellationRequested: true })
        {
            throw TooSlow();
        }

        return bytes.ToArray();
    }

    /// <summary>The deadline is the service's own fault everywhere else; here it was the client that took its time.</summary>
    private static BadHttpRequestException TooSlow() => new("The body did not arrive in time.", StatusCodes.Status408RequestTimeout);
}

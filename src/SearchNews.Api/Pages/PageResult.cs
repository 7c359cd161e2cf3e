using System.Text;
using SearchNews.Api.Pages.Markup;
using SearchNews.Api.Pages.Parts;

namespace SearchNews.Api.Pages;

/// <summary>A page as the outcome of an endpoint.</summary>
/// <param name="page">The page.</param>
/// <param name="status">HTTP status.</param>
/// <param name="value">The answer that the page shows, by which caching is decided; null when there is none.</param>
internal sealed class PageResult(Frame page, int status = StatusCodes.Status200OK, object? value = null) : IResult, IStatusCodeHttpResult, IValueHttpResult
{
    private const string ContentType = "text/html; charset=utf-8";

    /// <inheritdoc/>
    public int? StatusCode => status;

    /// <inheritdoc/>
    public object? Value => value;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        return WriteAsync(httpContext, page);
    }

    /// <summary>Writes a page; the status is set before.</summary>
    public static Task WriteAsync(HttpContext context, Frame page)
    {
        HttpResponse response = context.Response;
        byte[] body = Encoding.UTF8.GetBytes(HtmlWriter.Render(page));
        response.ContentType = ContentType;
        response.ContentLength = body.Length;
        response.Headers.ContentSecurityPolicy = PagePolicy.Value;

        // Without the request's token: past the deadline it is cancelled, and the client still waits for this.
        return response.Body.WriteAsync(body, CancellationToken.None).AsTask();
    }
}

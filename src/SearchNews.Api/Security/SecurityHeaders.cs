namespace SearchNews.Api.Security;

/// <summary>Headers that keep a browser from making more of a response than it is. An endpoint that needs another policy sets its own.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // At the start of the response, because the exception handler clears what was set before.
        context.Response.OnStarting(static state => Add(((HttpResponse)state).Headers), context.Response);
        return next(context);
    }

    private static Task Add(IHeaderDictionary headers)
    {
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        return Task.CompletedTask;
    }
}

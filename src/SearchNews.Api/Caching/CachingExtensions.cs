namespace SearchNews.Api.Caching;

/// <summary>How long an endpoint's answers may be kept.</summary>
internal static class CachingExtensions
{
    /// <summary>May be kept for a minute, with a tag.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="dependsOnClock">True when the same question has another answer later.</param>
    public static RouteHandlerBuilder Cached(this RouteHandlerBuilder endpoint, bool dependsOnClock) =>
        endpoint.Cached(_ => dependsOnClock);

    /// <summary>May be kept for a minute, with a tag.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="dependsOnClock">From the parameters: true when the same question has another answer later.</param>
    public static RouteHandlerBuilder Cached(this RouteHandlerBuilder endpoint, Func<IReadOnlyList<KeyValuePair<string, string>>, bool> dependsOnClock) =>
        endpoint.AddEndpointFilterFactory((factory, next) =>
        {
            var filter = new ConditionalGetFilter(factory.ApplicationServices, dependsOnClock);
            return context => filter.InvokeAsync(context, next);
        }).Produces(StatusCodes.Status304NotModified);

    /// <summary>Must not be kept.</summary>
    public static T NotCached<T>(this T endpoints)
        where T : IEndpointConventionBuilder => endpoints.AddEndpointFilter(static (context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            return next(context);
        });
}

namespace SearchNews.Api.Requests;

/// <summary>Routes that take no parameters say so, instead of leaving out silently what somebody asked for.</summary>
internal static class ParameterlessExtensions
{
    /// <summary>Answers 400 when there is a parameter.</summary>
    public static RouteHandlerBuilder TakesNothing(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(static (context, next) =>
    {
        QueryPairs.RefuseAny(context.HttpContext.Request);
        return next(context);
    });
}

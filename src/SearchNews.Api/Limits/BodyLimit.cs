using SearchNews.Api.Problems;

namespace SearchNews.Api.Limits;

/// <summary>Refuses a body that says it is too long, also on routes that read none: the server itself would only look when somebody reads.</summary>
internal sealed class BodyLimit(RequestDelegate next, ApiOptions options)
{
    public Task InvokeAsync(HttpContext context) => context.Request.ContentLength > options.MaxBodySize
        ? ProblemWriter.WriteAsync(context, ProblemKind.TooLarge, $"The body has {context.Request.ContentLength} bytes, at most {options.MaxBodySize} are allowed.")
        : next(context);
}

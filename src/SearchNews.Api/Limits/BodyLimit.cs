using Microsoft.AspNetCore.Http.Metadata;
using SearchNews.Api.Problems;

namespace SearchNews.Api.Limits;

/// <summary>
/// Refuses a body that says it is too long, also on routes that read none: the server itself would only look when somebody reads. A route's own limit goes
/// before the general one.
/// </summary>
internal sealed class BodyLimit(RequestDelegate next, ApiOptions options)
{
    public Task InvokeAsync(HttpContext context)
    {
        long limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? options.MaxBodySize;
        return context.Request.ContentLength > limit
            ? ProblemWriter.WriteAsync(context, ProblemKind.TooLarge, $"The body has {context.Request.ContentLength} bytes, at most {limit} are allowed.")
            : next(context);
    }
}

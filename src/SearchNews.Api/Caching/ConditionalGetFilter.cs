using Microsoft.Net.Http.Headers;
using SearchNews.Api.Feeds;
using SearchNews.Api.Requests;
using SearchNews.Search;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Caching;

/// <summary>
/// Lets clients and proxies keep answers for a minute, and answers 304 without searching when the client already has this one. The tag is made before the
/// search: should a new commit come between, a fresh answer bears an old tag and is only asked for once more.
/// </summary>
internal sealed class ConditionalGetFilter(Func<IReadOnlyList<KeyValuePair<string, string>>, bool> dependsOnClock) : IEndpointFilter
{
    /// <summary>How long reads may be kept: a minute, and five more while a new answer is fetched.</summary>
    public const string CacheControl = "public, max-age=60, stale-while-revalidate=300";

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        if (GoesOnByCursor(http.Request))
        {
            // A page that a cache answered would not renew the lease of its snapshot.
            http.Response.Headers.CacheControl = "no-store";
            return await next(context);
        }

        EntityTagHeaderValue tag = await TagOf(http);
        if (EntityTag.IsKnown(http.Request, tag))
        {
            SetHeaders(http, tag);
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        object? result = await next(context);
        if (IsPartial(result)) http.Response.Headers.CacheControl = "no-store";
        else if (IsOk(result)) SetHeaders(http, tag);
        return result;
    }

    private static bool GoesOnByCursor(HttpRequest request) => QueryPairs.Read(request).Any(p => p.Key == "cursor");

    private async ValueTask<EntityTagHeaderValue> TagOf(HttpContext http)
    {
        IReadOnlyList<KeyValuePair<string, string>> pairs = QueryPairs.Read(http.Request);
        InfoResponse info = await http.RequestServices.GetRequiredService<ISearchBackend>().GetInfoAsync(http.RequestAborted);
        bool ownClock = dependsOnClock(pairs) && !pairs.Any(p => p.Key == "now");
        DateTimeOffset? now = ownClock ? http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() : null;

        // A blank value may be one that is refused, so it makes another question: no answer's tag lets a wrong one through.
        string blanks = string.Join('&', pairs.Where(p => string.IsNullOrWhiteSpace(p.Value)).Select(p => p.Key).Order(StringComparer.Ordinal));
        string profiles = string.Join('\n', http.RequestServices.GetRequiredService<ApiOptions>().Profiles);
        string? form = FormsOf(http)?.Of(http.Request);
        string? address = http.GetEndpoint()?.Metadata.GetMetadata<AbsoluteAddresses>() is null ? null : RequestBase.Of(http.Request);
        return EntityTag.Of(info, now, $"{CanonicalUrl.Of(http.Request, pairs)}\n{blanks}\n{profiles}\n{form}\n{address}");
    }

    private static bool IsOk(object? result) =>
        (result is INestedHttpResult nested ? nested.Result : result) is IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK };

    /// <summary>What time cut short would be another answer the next moment.</summary>
    private static bool IsPartial(object? result) => result is IValueHttpResult { Value: SearchResponse { Meta.Partial: true } } or FeedResult { IsPartial: true };

    private static NegotiatedForm? FormsOf(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<NegotiatedForm>();

    private static void SetHeaders(HttpContext http, EntityTagHeaderValue tag)
    {
        HttpResponse response = http.Response;
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = CacheControl;
        response.Headers.Vary = FormsOf(http) is null ? HeaderNames.AcceptEncoding : $"{HeaderNames.Accept}, {HeaderNames.AcceptEncoding}";
    }
}

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
internal sealed class ConditionalGetFilter(IServiceProvider services, Func<IReadOnlyList<KeyValuePair<string, string>>, bool> dependsOnClock)
{
    /// <summary>How long reads may be kept: a minute, and five more while a new answer is fetched.</summary>
    public const string CacheControl = "public, max-age=60, stale-while-revalidate=300";

    private const string Cursor = "cursor";
    private const string Now = "now";

    // What all services need is looked up once, not with each request.
    private readonly ISearchBackend _backend = services.GetRequiredService<ISearchBackend>();
    private readonly TimeProvider _clock = services.GetRequiredService<TimeProvider>();
    private readonly string _profiles = string.Join('\n', services.GetRequiredService<ApiOptions>().Profiles);

    /// <summary>Answers 304, or lets <paramref name="next"/> answer and puts the tag on that.</summary>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        IReadOnlyList<KeyValuePair<string, string>> pairs = QueryPairs.Read(http.Request);
        if (QueryPairs.Has(pairs, Cursor))
        {
            // A page that a cache answered would not renew the lease of its snapshot.
            http.Response.Headers.CacheControl = "no-store";
            return await next(context);
        }

        string tag = await TagOf(http, pairs);
        if (EntityTag.IsKnown(http.Request, tag))
        {
            SetHeaders(http, tag);
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        object? result = await next(context);
        if (IsPartial(result)) http.Response.Headers.CacheControl = "no-store";
        if (IsPartial(result) || !IsOk(result)) return result;
        SetHeaders(http, tag);

        // Only now is it known that there is an answer.
        return EntityTag.IsAnyKnown(http.Request) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : result;
    }

    private async ValueTask<string> TagOf(HttpContext http, IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        InfoResponse info = await _backend.GetInfoAsync(http.RequestAborted);
        bool ownClock = dependsOnClock(pairs) && !QueryPairs.Has(pairs, Now);
        DateTimeOffset? now = ownClock ? _clock.GetUtcNow() : null;
        EndpointMetadataCollection? metadata = http.GetEndpoint()?.Metadata;
        string? form = metadata?.GetMetadata<NegotiatedForm>()?.Of(http.Request);
        string? address = metadata?.GetMetadata<AbsoluteAddresses>() is null ? null : RequestBase.Of(http.Request);
        return EntityTag.Of(info, now, $"{CanonicalUrl.Of(http.Request, pairs)}\n{BlanksOf(pairs)}\n{_profiles}\n{form}\n{address}");
    }

    /// <summary>A blank value may be one that is refused, so it makes another question: no answer's tag lets a wrong one through.</summary>
    private static string BlanksOf(IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        for (int i = 0; i < pairs.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(pairs[i].Value))
                return string.Join('&', pairs.Where(p => string.IsNullOrWhiteSpace(p.Value)).Select(p => p.Key).Order(StringComparer.Ordinal));
        }

        return "";
    }

    private static bool IsOk(object? result) =>
        (result is INestedHttpResult nested ? nested.Result : result) is IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK };

    /// <summary>What time cut short would be another answer the next moment.</summary>
    private static bool IsPartial(object? result) => result is IValueHttpResult { Value: SearchResponse { Meta.Partial: true } } or FeedResult { IsPartial: true };

    private static void SetHeaders(HttpContext http, string tag)
    {
        IHeaderDictionary headers = http.Response.Headers;
        headers.ETag = tag;
        headers.CacheControl = CacheControl;
        headers.Vary = http.GetEndpoint()?.Metadata.GetMetadata<NegotiatedForm>() is null ? HeaderNames.AcceptEncoding : $"{HeaderNames.Accept}, {HeaderNames.AcceptEncoding}";
    }
}

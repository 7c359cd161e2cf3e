using System.Globalization;
using System.Net;
using SearchNews.Api.Problems;
using SearchNews.Api.Security;

namespace SearchNews.Api.Limits;

/// <summary>
/// So many requests a second from one client, told by <c>RateLimit</c> headers; beyond it 429 before any work is done. This machine is not limited, nor is
/// what a local proxy passes on without naming the client.
/// </summary>
/// <remarks>
/// The headers are those of draft-ietf-httpapi-ratelimit-headers-10: structured fields, <c>q</c> requests in <c>w</c> seconds, <c>r</c> of them left and the
/// bucket full again in <c>t</c> seconds.
/// </remarks>
internal sealed class ClientRateLimit(RequestDelegate next, ApiOptions options, TimeProvider clock)
{
    private const string Policy = "\"client\"";

    private readonly ClientBuckets _buckets = new(clock, options.RatePerSecond, options.RateBurst);
    private readonly string _policy = string.Create(CultureInfo.InvariantCulture, $"{Policy};q={options.RateBurst};w={CeilingOf(TimeSpan.FromSeconds((double)options.RateBurst / options.RatePerSecond))}");

    public Task InvokeAsync(HttpContext context)
    {
        if (IsOfThisMachine(context.Connection.RemoteIpAddress)) return next(context);
        ClientShare share = _buckets.Take(ClientAddress.LimitKeyOf(context));
        context.Response.OnStarting(() =>
        {
            // At the start of the response, because the exception handler clears what was set before.
            context.Response.Headers["RateLimit-Policy"] = _policy;
            context.Response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"{Policy};r={share.Remaining};t={CeilingOf(share.Reset)}");
            return Task.CompletedTask;
        });
        if (share.IsAllowed) return next(context);
        context.Response.Headers.RetryAfter = CeilingOf(share.Wait).ToString(CultureInfo.InvariantCulture);
        return ProblemWriter.WriteAsync(context, ProblemKind.TooManyRequests, $"More than {options.RatePerSecond} requests a second, {options.RateBurst} at once, came from this address.");
    }

    private static bool IsOfThisMachine(IPAddress? address) => address is null || IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static long CeilingOf(TimeSpan time) => (long)Math.Ceiling(time.TotalSeconds);
}

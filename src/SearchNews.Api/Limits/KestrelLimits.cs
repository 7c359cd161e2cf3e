using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SearchNews.Api.Limits;

/// <summary>
/// The limits that the server holds before any of our code runs. What breaks one gets a bare status and a closed connection: there is no request yet to
/// answer with a problem.
/// </summary>
internal static class KestrelLimits
{
    public static void AddKestrelLimits(this IServiceCollection services, ApiOptions options) =>
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            KestrelServerLimits limits = kestrel.Limits;
            limits.MaxRequestLineSize = options.MaxRequestLine;
            limits.MaxRequestHeadersTotalSize = options.MaxHeadersSize;
            limits.MaxRequestHeaderCount = options.MaxHeaderCount;
            limits.RequestHeadersTimeout = options.HeadersTimeout;
            limits.MaxRequestBodySize = options.MaxBodySize;
            limits.MaxConcurrentConnections = options.MaxConnections;
            limits.MaxConcurrentUpgradedConnections = 0;
        });
}

using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SearchNews.Api.Problems;
using SearchNews.Api.Security;

namespace SearchNews.Api.Limits;

/// <summary>
/// So many questions at once, so many that wait in line, and a quick 503 for the rest: a service that is asked too much stays as fast as it can be.
/// Health checks do not count, so they tell a busy service from a dead one. Admin calls have a limit of their own: neither crowd keeps the other out.
/// </summary>
internal static class InFlightLimit
{
    private const string OfReads = "in-flight";
    private const string OfAdmin = "admin-in-flight";

    public static void AddInFlightLimit(this IServiceCollection services, ApiOptions options)
    {
        var gauges = new InFlightGauges();
        services.AddSingleton(gauges);
        services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(OfReads, _ => RateLimitPartition.Get(OfReads, _ => gauges.Reads.CreateLimiter(options.MaxInFlight, options.MaxQueued)));
            limiter.AddPolicy(OfAdmin, _ => RateLimitPartition.Get(OfAdmin, _ => gauges.Admin.CreateLimiter(options.MaxAdminInFlight, options.MaxQueued)));
            limiter.OnRejected = (rejected, _) => new ValueTask(RefuseAsync(rejected.HttpContext, options, gauges));
        });
    }

    /// <summary>Counts the requests of these endpoints, all against one limit.</summary>
    public static T WithInFlightLimit<T>(this T endpoints)
        where T : IEndpointConventionBuilder => endpoints.RequireRateLimiting(OfReads);

    /// <summary>Counts the requests of these endpoints against the limit of admin calls.</summary>
    public static T WithAdminInFlightLimit<T>(this T endpoints)
        where T : IEndpointConventionBuilder => endpoints.RequireRateLimiting(OfAdmin);

    private static Task RefuseAsync(HttpContext context, ApiOptions options, InFlightGauges gauges)
    {
        bool admin = context.GetEndpoint()?.Metadata.GetMetadata<AdminRoute>() is not null;
        (admin ? gauges.Admin : gauges.Reads).CountRefused();
        string detail = admin
            ? $"{options.MaxAdminInFlight} changes are being worked on and {options.MaxQueued} wait; try again shortly."
            : $"{options.MaxInFlight} questions are being worked on and {options.MaxQueued} wait; try again shortly.";
        return ProblemWriter.WriteAsync(context, ProblemKind.Busy, detail);
    }
}

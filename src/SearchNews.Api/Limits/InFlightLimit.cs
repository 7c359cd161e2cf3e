using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SearchNews.Api.Problems;

namespace SearchNews.Api.Limits;

/// <summary>
/// So many questions at once, so many that wait in line, and a quick 503 for the rest: a service that is asked too much stays as fast as it can be.
/// Health checks do not count, so they tell a busy service from a dead one.
/// </summary>
internal static class InFlightLimit
{
    private const string Policy = "in-flight";

    public static void AddInFlightLimit(this IServiceCollection services, ApiOptions options) =>
        services.AddRateLimiter(limiter =>
        {
            limiter.AddConcurrencyLimiter(Policy, concurrency =>
            {
                concurrency.PermitLimit = options.MaxInFlight;
                concurrency.QueueLimit = options.MaxQueued;
                concurrency.QueueProcessingOrder = QueueProcessingOrder.OldestFirst;
            });
            limiter.OnRejected = (rejected, _) => new ValueTask(ProblemWriter.WriteAsync(
                rejected.HttpContext,
                ProblemKind.Busy,
                $"{options.MaxInFlight} questions are being worked on and {options.MaxQueued} wait; try again shortly."));
        });

    /// <summary>Counts the requests of these endpoints, all against one limit.</summary>
    public static T WithInFlightLimit<T>(this T endpoints)
        where T : IEndpointConventionBuilder => endpoints.RequireRateLimiting(Policy);
}

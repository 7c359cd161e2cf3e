using Microsoft.AspNetCore.Http.Timeouts;
using SearchNews.Api.Problems;

namespace SearchNews.Api.Limits;

/// <summary>The time one question may take. When it is over, the endpoint's cancellation token is cancelled and the answer is a 503.</summary>
internal static class Deadline
{
    private const string Policy = "deadline";

    public static void AddDeadline(this IServiceCollection services, ApiOptions options) =>
        services.AddRequestTimeouts(timeouts => timeouts.AddPolicy(Policy, new RequestTimeoutPolicy
        {
            Timeout = options.Deadline,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = context => ProblemWriter.WriteAsync(
                context,
                ProblemKind.Timeout,
                $"No answer within {options.Deadline.TotalMilliseconds:0} ms; ask for less, or try again."),
        }));

    /// <summary>Holds these endpoints to the deadline.</summary>
    public static T WithDeadline<T>(this T endpoints)
        where T : IEndpointConventionBuilder
    {
        endpoints.WithRequestTimeout(Policy);
        return endpoints;
    }
}

using Microsoft.AspNetCore.Http.Timeouts;
using SearchNews.Api.Problems;

namespace SearchNews.Api.Limits;

/// <summary>The time one question may take. When it is over, the endpoint's cancellation token is cancelled and the answer is a 503; a search
/// has a budget below it and answers with what it found.</summary>
internal static class Deadline
{
    private const string OfReads = "deadline";
    private const string OfAdmin = "admin-deadline";

    public static void AddDeadline(this IServiceCollection services, ApiOptions options) =>
        services.AddRequestTimeouts(timeouts =>
        {
            timeouts.AddPolicy(OfReads, PolicyOf(options.Deadline, "ask for less, or try again."));
            timeouts.AddPolicy(OfAdmin, PolicyOf(options.AdminDeadline, "the change was not made; try again."));
        });

    /// <summary>Holds these endpoints to the deadline.</summary>
    public static T WithDeadline<T>(this T endpoints)
        where T : IEndpointConventionBuilder
    {
        endpoints.WithRequestTimeout(OfReads);
        return endpoints.WithoutDeadlineForWriting();
    }

    /// <summary>Holds these endpoints to the longer deadline of admin calls.</summary>
    public static T WithAdminDeadline<T>(this T endpoints)
        where T : IEndpointConventionBuilder
    {
        endpoints.WithRequestTimeout(OfAdmin);
        return endpoints.WithoutDeadlineForWriting();
    }

    /// <summary>An answer that is there is written to its end, however slowly the client reads; half of one would look like a whole with status 200.</summary>
    private static T WithoutDeadlineForWriting<T>(this T endpoints)
        where T : IEndpointConventionBuilder => endpoints.AddEndpointFilter(static async (context, next) =>
        {
            object? answer = await next(context);
            context.HttpContext.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
            return answer;
        });

    private static RequestTimeoutPolicy PolicyOf(TimeSpan time, string advice) => new()
    {
        Timeout = time,
        TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        WriteTimeoutResponse = context => ProblemWriter.WriteAsync(context, ProblemKind.Timeout, $"No answer within {time.TotalMilliseconds:0} ms; {advice}"),
    };
}

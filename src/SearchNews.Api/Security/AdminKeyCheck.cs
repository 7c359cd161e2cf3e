using System.Globalization;
using System.Net.Http.Headers;
using SearchNews.Api.Problems;

namespace SearchNews.Api.Security;

/// <summary>Lets nobody through to an admin route without the key; stands before anything that reads the body.</summary>
internal sealed partial class AdminKeyCheck(RequestDelegate next, ApiOptions options, TimeProvider clock, ILogger<AdminKeyCheck> logger)
{
    private const string Scheme = "Bearer";

    private readonly AdminKey? _key = options.AdminKey is { } key ? new AdminKey(key) : null;
    private readonly FailedKeyLimit _limit = new(clock, options);

    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<AdminRoute>() is null ? next(context) : CheckAsync(context);

    private Task CheckAsync(HttpContext context)
    {
        string client = ClientAddress.LimitKeyOf(context);
        if (_limit.WaitOf(client) is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ProblemWriter.WriteAsync(context, ProblemKind.TooManyFailedKeys);
        }

        if (PresentedIn(context.Request) is not { } presented)
        {
            context.Response.Headers.WWWAuthenticate = $"{Scheme} realm=\"SearchNews admin\"";
            return ProblemWriter.WriteAsync(context, ProblemKind.MissingKey);
        }

        if (_key is not null && _key.Matches(presented)) return next(context);
        _limit.Count(client);
        LogWrongKey(ClientAddress.Of(context));
        return ProblemWriter.WriteAsync(context, ProblemKind.WrongKey);
    }

    /// <summary>The key of the Authorization header, or null when there is none of the right scheme.</summary>
    private static string? PresentedIn(HttpRequest request) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out AuthenticationHeaderValue? header)
            && header.Scheme.Equals(Scheme, StringComparison.OrdinalIgnoreCase)
            && !string.IsNullOrEmpty(header.Parameter)
            ? header.Parameter
            : null;

    [LoggerMessage(EventId = 30, Level = LogLevel.Warning, Message = "Wrong admin key from {Client}")]
    private partial void LogWrongKey(string client);
}

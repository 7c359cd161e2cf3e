using System.Globalization;

namespace SearchNews.Api.Observability;

/// <summary>The <c>Server-Timing</c> header: where the time went, shown by browsers' tools.</summary>
internal static class ServerTiming
{
    /// <summary>Adds a measured time.</summary>
    /// <param name="response">The response, not yet started.</param>
    /// <param name="name">What was measured, a token.</param>
    /// <param name="milliseconds">How long it took.</param>
    public static void Add(HttpResponse response, string name, double milliseconds) =>
        response.Headers.Append("Server-Timing", string.Create(CultureInfo.InvariantCulture, $"{name};dur={milliseconds:0.###}"));
}

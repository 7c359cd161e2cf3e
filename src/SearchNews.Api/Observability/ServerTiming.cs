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
        response.Headers.Append("Server-Timing", $"{name};dur={ToText(milliseconds)}");

    /// <summary>Milliseconds with at most three decimals, made of whole microseconds: formats with patterns take longer than the rest of a header.</summary>
    internal static string ToText(double milliseconds)
    {
        long microseconds = (long)Math.Round(milliseconds * 1000);
        string whole = (microseconds / 1000).ToString(CultureInfo.InvariantCulture);
        long part = microseconds % 1000;
        return part == 0 ? whole : string.Concat(whole, ".", part.ToString("D3", CultureInfo.InvariantCulture).AsSpan().TrimEnd('0'));
    }
}

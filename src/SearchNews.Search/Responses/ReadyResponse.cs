namespace SearchNews.Search.Responses;

/// <summary>Whether queries can be answered.</summary>
/// <param name="Status"><c>ready</c>, <c>degraded</c> or <c>unavailable</c>.</param>
/// <param name="Reason">Why it is not simply ready; null when it is.</param>
public sealed record ReadyResponse(string Status, string? Reason)
{
    /// <summary>All is well.</summary>
    public const string Ready = "ready";

    /// <summary>Answers are given, but not from the newest generation or not without faults.</summary>
    public const string Degraded = "degraded";

    /// <summary>No answers are given.</summary>
    public const string Unavailable = "unavailable";
}

namespace SearchNews.Api.Endpoints;

/// <summary>Says that the process answers.</summary>
/// <param name="Status">Always <c>ok</c>.</param>
public sealed record HealthResponse(string Status);

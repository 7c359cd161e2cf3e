namespace SearchNews.Api.Observability;

/// <summary>A query that found nothing.</summary>
/// <param name="Query">As it was understood.</param>
/// <param name="Count">How often.</param>
/// <param name="Last">When for the last time.</param>
internal sealed record ZeroResultQuery(string Query, long Count, DateTimeOffset Last);

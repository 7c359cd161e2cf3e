using SearchNews.Api.Observability;

namespace SearchNews.Api.Admin;

/// <summary>What people look for and do not find.</summary>
/// <param name="Total">Searches since the start that found nothing.</param>
/// <param name="Queries">The most frequent of their queries first.</param>
internal sealed record ZeroResultsResponse(long Total, IReadOnlyList<ZeroResultQuery> Queries);

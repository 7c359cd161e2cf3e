namespace SearchNews.Search.Responses;

/// <summary>How a query was understood.</summary>
/// <param name="Parsed">The parsed query in readable form; null when there was none.</param>
/// <param name="Corrected">The spelling that was searched instead, or null.</param>
/// <param name="Dropped">Words that were dropped because of a limit.</param>
public sealed record QueryInfo(string? Parsed, string? Corrected, IReadOnlyList<string> Dropped);

namespace SearchNews.Search.Responses;

/// <summary>Addresses of an answer; null where there is none.</summary>
/// <param name="Self">This answer.</param>
/// <param name="Rss">The same search as RSS.</param>
/// <param name="Atom">The same search as Atom.</param>
public sealed record ResponseLinks(string? Self, string? Rss, string? Atom);

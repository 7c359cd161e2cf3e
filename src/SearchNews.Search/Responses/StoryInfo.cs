namespace SearchNews.Search.Responses;

/// <summary>The story an article belongs to.</summary>
/// <param name="Id">The story's id.</param>
/// <param name="Size">Number of its articles.</param>
/// <param name="Providers">Domains that cover it.</param>
public sealed record StoryInfo(string Id, int Size, IReadOnlyList<string> Providers);

namespace SearchNews.Search.Responses;

/// <summary>A story: articles that are near-duplicates, or tell of one event. An article that is alone is a story of one.</summary>
/// <param name="Id">The story's id: that of its first article. It stays while that does.</param>
/// <param name="Leader">Id of the article that stands for it.</param>
/// <param name="Size">Number of its articles.</param>
/// <param name="First">Its first publication, or null without a date.</param>
/// <param name="Last">Its last publication, or null without a date.</param>
/// <param name="Providers">Domains that cover it, the leader's first.</param>
/// <param name="Articles">The leader, then the others as they were published.</param>
public sealed record StoryResponse(
    string Id,
    string Leader,
    int Size,
    DateTimeOffset? First,
    DateTimeOffset? Last,
    IReadOnlyList<string> Providers,
    IReadOnlyList<SearchHit> Articles);

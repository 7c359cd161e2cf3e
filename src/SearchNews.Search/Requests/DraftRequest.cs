namespace SearchNews.Search.Requests;

/// <summary>Asks for articles similar to a draft.</summary>
/// <param name="Title">Its title; may be blank when there is an excerpt.</param>
/// <param name="Excerpt">Its excerpt; may be blank when there is a title.</param>
/// <param name="Size">How many, 1 to 100.</param>
/// <param name="WindowDays">Only articles published within so many days of it; null for no limit.</param>
/// <param name="IncludeStory">Near-duplicates among the hits too; lifts the limit per provider and the score floor.</param>
/// <param name="Now">When it is written; null for the clock.</param>
public sealed record DraftRequest(string Title, string Excerpt, int Size = SearchRequest.DefaultSize, int? WindowDays = null, bool IncludeStory = false, DateTimeOffset? Now = null)
{
    /// <summary>Longest title, in UTF-16 units.</summary>
    public const int MaxTitleLength = 1_000;

    /// <summary>Longest excerpt, in UTF-16 units.</summary>
    public const int MaxExcerptLength = 20_000;
}

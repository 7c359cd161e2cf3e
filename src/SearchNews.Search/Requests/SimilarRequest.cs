namespace SearchNews.Search.Requests;

/// <summary>Asks for articles similar to one.</summary>
/// <param name="Id">The article.</param>
/// <param name="Size">How many, 1 to 100.</param>
/// <param name="WindowDays">Only articles published within so many days of it; null for no limit.</param>
/// <param name="IncludeStory">Also members of its story and articles of the same title; lifts the limit per provider and the score floor.</param>
public sealed record SimilarRequest(string Id, int Size = SearchRequest.DefaultSize, int? WindowDays = null, bool IncludeStory = false)
{
    /// <summary>Widest window in days: a hundred years.</summary>
    public const int MaxWindowDays = 36_500;
}

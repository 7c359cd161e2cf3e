namespace SearchNews.Search.Stories;

/// <summary>An article that has a date, where it stands in time: by date, then by id in ordinal order.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="PublishedAt">Publication, milliseconds since 1970.</param>
/// <param name="Handle">What its timeline knows it by.</param>
internal sealed record StoryArticle(string Id, long PublishedAt, int Handle);

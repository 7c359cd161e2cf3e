namespace SearchNews.Search.Requests;

/// <summary>Asks for stories, its values already checked.</summary>
public sealed record StoriesRequest
{
    /// <summary>Conditions that at least one article of a story fulfils.</summary>
    public ArticleFilter Filter { get; init; } = ArticleFilter.None;

    /// <summary>The order.</summary>
    public StorySort Sort { get; init; } = StorySort.Coverage;

    /// <summary>1-based page.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Stories of a page, 1 to <see cref="SearchRequest.MaxSize"/>.</summary>
    public int Size { get; init; } = SearchRequest.DefaultSize;
}

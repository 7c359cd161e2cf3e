namespace SearchNews.Search.Responses;

/// <summary>A similar article.</summary>
public sealed record SimilarHit : ArticleResponse
{
    /// <summary>0 to 1; 1 is as similar as the article is to itself.</summary>
    public float Score { get; init; }

    /// <summary>The words that made it similar, as written in the article, strongest first.</summary>
    public IReadOnlyList<string> Why { get; init; } = [];
}

using System.Text.Json.Serialization;

namespace SearchNews.Search.Responses;

/// <summary>A similar article.</summary>
public sealed record SimilarHit : ArticleResponse
{
    /// <summary>0 to 1; 1 is as similar as the article is to itself.</summary>
    [JsonPropertyOrder(-1)]
    public float Score { get; init; }

    /// <summary>The words that made it similar, as written in the article, strongest first.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<string> Why { get; init; } = [];
}

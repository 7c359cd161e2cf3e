using System.Text.Json.Serialization;

namespace SearchNews.Search.Responses;

/// <summary>An article with its score.</summary>
public sealed record SearchHit : ArticleResponse
{
    /// <summary>Score; null when the order is not by relevance and none was computed.</summary>
    [JsonPropertyOrder(-1)]
    public float? Score { get; init; }

    /// <summary>Matched words marked, or null.</summary>
    [JsonPropertyOrder(1)]
    public Highlights? Highlights { get; init; }

    /// <summary>The score's parts, when asked for.</summary>
    [JsonPropertyOrder(1)]
    public ScoreExplanation? Explain { get; init; }
}

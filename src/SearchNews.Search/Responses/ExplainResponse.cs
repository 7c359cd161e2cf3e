namespace SearchNews.Search.Responses;

/// <summary>The answer to "why this score?".</summary>
public sealed record ExplainResponse : ScoreExplanation
{
    /// <summary>The article.</summary>
    public required string Id { get; init; }

    /// <summary>Whether the article matches the query and its filters.</summary>
    public bool Matches { get; init; }

    /// <summary>The comparison, when asked for.</summary>
    public VersusExplanation? Versus { get; init; }
}

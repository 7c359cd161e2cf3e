namespace SearchNews.Search.Responses;

/// <summary>Why an article has its score.</summary>
public record ScoreExplanation
{
    /// <summary>The score.</summary>
    public float Score { get; init; }

    /// <summary>One plain sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>The parts, which add up to the score.</summary>
    public required ScoreParts Parts { get; init; }

    /// <summary>The words; null unless level 2 was asked for.</summary>
    public IReadOnlyList<TermExplanation>? Terms { get; init; }
}

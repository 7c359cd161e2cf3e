namespace SearchNews.Search.Responses;

/// <summary>One part of a score.</summary>
/// <param name="Value">What it adds.</param>
/// <param name="Share">Its share of the score, 0 to 1.</param>
/// <param name="Why">Plain words.</param>
public sealed record ScorePart(float Value, float Share, string Why);

using SearchNews.Search.Requests;

namespace SearchNews.Search.Tests.Ranking;

/// <summary>What a query searches for.</summary>
/// <param name="Optional">Stems that the match policy decides about.</param>
/// <param name="Required">Stems that must be there.</param>
/// <param name="Match">The policy.</param>
/// <param name="Bonuses">What the order of the words is worth.</param>
internal sealed record NaiveWords(IReadOnlyList<string> Optional, IReadOnlyList<string> Required, MatchPolicy Match, NaiveBonuses Bonuses)
{
    /// <summary>True when every article matches, with a text score of 0.</summary>
    public bool IsEmpty => Optional.Count + Required.Count == 0;
}

using SearchNews.Lucene.Analysis;

namespace SearchNews.Search.Tests.Ranking;

/// <summary>The terms of one field of one article, counted.</summary>
internal sealed record NaiveField(IReadOnlyDictionary<string, int> Freqs, int Length)
{
    public static NaiveField Of(IReadOnlyList<AnalyzedToken> tokens) => new(tokens.CountBy(t => t.Term, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal), tokens.Count);
}

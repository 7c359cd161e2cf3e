namespace SearchNews.Testing.Naive;

/// <summary>One term in one document.</summary>
public sealed record NaivePosting(int Doc, int Freq, IReadOnlyList<int> Positions);

namespace SearchNews.Search.Responses;

/// <summary>The parts of a score; they add up to it.</summary>
/// <param name="Text">BM25 of the words.</param>
/// <param name="Pairs">Bonus for neighbouring words that stand together.</param>
/// <param name="ExactTitle">Bonus when the query is the title.</param>
/// <param name="Quality">Prior of quality.</param>
/// <param name="Coverage">Prior of coverage.</param>
/// <param name="Recency">Prior of recency.</param>
public sealed record ScoreParts(ScorePart Text, ScorePart Pairs, ScorePart ExactTitle, ScorePart Quality, ScorePart Coverage, ScorePart Recency);

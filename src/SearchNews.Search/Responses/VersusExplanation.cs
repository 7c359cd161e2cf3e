namespace SearchNews.Search.Responses;

/// <summary>The other article of a comparison.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Score">Its score.</param>
/// <param name="Parts">Its parts.</param>
/// <param name="Sentence">What puts one above the other.</param>
public sealed record VersusExplanation(string Id, float Score, ScoreParts Parts, string Sentence);

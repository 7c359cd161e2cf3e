namespace SearchNews.Search.Evaluation;

/// <summary>A query with its relevant articles.</summary>
/// <param name="Id">The query's id.</param>
/// <param name="Text">What is searched; for similar articles, the article's id.</param>
/// <param name="Grades">Grade by article id, 1 or more.</param>
/// <param name="Kind">What kind of query it is, or null; measures are given by kind too.</param>
public sealed record JudgedQuery(string Id, string Text, IReadOnlyDictionary<string, int> Grades, string? Kind = null);

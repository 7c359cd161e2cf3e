namespace SearchNews.Search.Evaluation;

/// <summary>A judged query with the measures of its answer.</summary>
/// <param name="Query">The query.</param>
/// <param name="Measures">How good its answer was.</param>
public sealed record MeasuredQuery(JudgedQuery Query, QueryMeasures Measures);

namespace SearchNews.Lucene.Search;

/// <summary>The best hits of a search.</summary>
/// <param name="TotalHits">How many documents match.</param>
/// <param name="ScoreDocs">The best of them: score descending, equal scores by document ascending.</param>
public sealed record TopDocs(TotalHits TotalHits, IReadOnlyList<ScoreDoc> ScoreDocs);

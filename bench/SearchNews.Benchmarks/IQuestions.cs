namespace SearchNews.Benchmarks;

/// <summary>The questions that are timed.</summary>
internal interface IQuestions
{
    /// <summary>Ids of the first hit of each query, distinct.</summary>
    Task<string[]> FindIdsAsync(IEnumerable<string> queries);

    /// <summary>One page of ten hits.</summary>
    Task SearchAsync(string query);

    /// <summary>Ten similar articles.</summary>
    Task SimilarAsync(string id);
}

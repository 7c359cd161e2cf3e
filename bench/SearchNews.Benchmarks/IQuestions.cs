namespace SearchNews.Benchmarks;

/// <summary>The questions that are timed.</summary>
internal interface IQuestions
{
    /// <summary>Ids of the first hit of each query, distinct.</summary>
    Task<string[]> FindIdsAsync(IEnumerable<string> queries);

    /// <summary>One page of ten hits, ranked as usual.</summary>
    Task SearchAsync(string query);

    /// <summary>One page of ten hits, ranked by their text alone.</summary>
    Task SearchTextAsync(string query);

    /// <summary>Ten similar articles.</summary>
    Task SimilarAsync(string id);
}

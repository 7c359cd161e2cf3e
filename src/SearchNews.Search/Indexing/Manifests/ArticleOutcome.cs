namespace SearchNews.Search.Indexing.Manifests;

/// <summary>What became of an article file when it was last read.</summary>
internal enum ArticleOutcome
{
    /// <summary>It is in the index.</summary>
    Indexed,

    /// <summary>It says <c>removed: true</c>.</summary>
    Removed,

    /// <summary>Something is wrong with it.</summary>
    Skipped,
}

namespace SearchNews.Lucene.Search;

/// <summary>How a number of hits relates to the true one.</summary>
public enum TotalHitsRelation
{
    /// <summary>It is exact.</summary>
    EqualTo,

    /// <summary>There are at least that many.</summary>
    GreaterThanOrEqualTo,
}

namespace SearchNews.Lucene.Index;

/// <summary>How a seek to the smallest term at or above a target ended.</summary>
public enum SeekStatus
{
    /// <summary>No term is at or above the target.</summary>
    End,

    /// <summary>The target itself is a term.</summary>
    Found,

    /// <summary>The enum stands on the next greater term.</summary>
    NotFound,
}

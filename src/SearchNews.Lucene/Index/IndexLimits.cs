namespace SearchNews.Lucene.Index;

/// <summary>The hard limits of Lucene's format.</summary>
public static class IndexLimits
{
    /// <summary>Documents of an index, deleted ones included.</summary>
    public const int MaxDocs = int.MaxValue - 128;

    /// <summary>Greatest position of a token in a field.</summary>
    public const int MaxPosition = int.MaxValue - 128;

    /// <summary>Bytes of a term, and of a value of sorted doc values, in UTF-8.</summary>
    public const int MaxTermLength = 32766;
}

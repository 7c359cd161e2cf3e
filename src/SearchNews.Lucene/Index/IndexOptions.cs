namespace SearchNews.Lucene.Index;

/// <summary>What the postings of a field hold. The numbers are those of the .fnm file.</summary>
public enum IndexOptions
{
    /// <summary>Not indexed.</summary>
    None = 0,

    /// <summary>Documents.</summary>
    Docs = 1,

    /// <summary>Documents and term frequencies.</summary>
    DocsAndFreqs = 2,

    /// <summary>Documents, term frequencies and positions.</summary>
    DocsAndFreqsAndPositions = 3,

    /// <summary>All that and character offsets.</summary>
    DocsAndFreqsAndPositionsAndOffsets = 4,
}

namespace SearchNews.Lucene.Index;

/// <summary>What a writer does about an index that is there already.</summary>
public enum OpenMode
{
    /// <summary>Add to it, or start a new one when there is none.</summary>
    CreateOrAppend = 0,

    /// <summary>Start a new one; the commit that is there stays readable until the first commit replaces it.</summary>
    Create = 1,

    /// <summary>Add to it; there must be one.</summary>
    Append = 2,
}

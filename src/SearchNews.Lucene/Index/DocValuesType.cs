namespace SearchNews.Lucene.Index;

/// <summary>The kind of a field's doc values. The numbers are those of the .fnm file.</summary>
public enum DocValuesType
{
    /// <summary>No doc values.</summary>
    None = 0,

    /// <summary>One 64-bit number a document.</summary>
    Numeric = 1,

    /// <summary>One byte string a document.</summary>
    Binary = 2,

    /// <summary>One byte string a document, deduplicated and sorted.</summary>
    Sorted = 3,

    /// <summary>A set of byte strings a document, deduplicated and sorted.</summary>
    SortedSet = 4,

    /// <summary>A sorted list of 64-bit numbers a document.</summary>
    SortedNumeric = 5,
}

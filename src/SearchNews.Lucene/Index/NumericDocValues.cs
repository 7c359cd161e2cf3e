namespace SearchNews.Lucene.Index;

/// <summary>One 64-bit number a document.</summary>
public abstract class NumericDocValues : DocValuesIterator
{
    /// <summary>The current document's value.</summary>
    public abstract long LongValue { get; }
}

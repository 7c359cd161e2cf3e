namespace SearchNews.Lucene.Index;

/// <summary>One byte string a document.</summary>
public abstract class BinaryDocValues : DocValuesIterator
{
    /// <summary>The current document's value; valid until the next move.</summary>
    public abstract ReadOnlySpan<byte> BinaryValue { get; }
}

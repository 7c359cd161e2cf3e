namespace SearchNews.Lucene.Index;

/// <summary>One byte string a document, by ordinal in the sorted list of distinct values.</summary>
public abstract class SortedDocValues : DocValuesIterator
{
    /// <summary>The current document's ordinal, 0 to <see cref="ValueCount"/> - 1.</summary>
    public abstract int OrdValue { get; }

    /// <summary>Number of distinct values in the segment.</summary>
    public abstract int ValueCount { get; }

    /// <summary>The value of an ordinal; valid until the next look-up.</summary>
    public abstract ReadOnlySpan<byte> LookupOrd(int ord);

    /// <summary>The ordinal of a value, or -(insertion point) - 1.</summary>
    public abstract int LookupTerm(ReadOnlySpan<byte> term);
}

namespace SearchNews.Lucene.Index;

/// <summary>A set of byte strings a document, by ordinal in the sorted list of distinct values.</summary>
public abstract class SortedSetDocValues : DocValuesIterator
{
    /// <summary>What <see cref="NextOrd"/> returns when there are no more.</summary>
    public const long NoMoreOrds = -1;

    /// <summary>Number of distinct values in the segment.</summary>
    public abstract long ValueCount { get; }

    /// <summary>The current document's next ordinal, ascending, or <see cref="NoMoreOrds"/>.</summary>
    public abstract long NextOrd();

    /// <summary>The value of an ordinal; valid until the next look-up.</summary>
    public abstract ReadOnlySpan<byte> LookupOrd(long ord);

    /// <summary>The ordinal of a value, or -(insertion point) - 1.</summary>
    public abstract long LookupTerm(ReadOnlySpan<byte> term);
}

namespace SearchNews.Lucene.Index;

/// <summary>An ascending list of 64-bit numbers a document; a value may repeat.</summary>
public abstract class SortedNumericDocValues : DocValuesIterator
{
    /// <summary>How many values the current document has, at least 1.</summary>
    public abstract int ValueCount { get; }

    /// <summary>The current document's next value; call at most <see cref="ValueCount"/> times.</summary>
    public abstract long NextValue();
}

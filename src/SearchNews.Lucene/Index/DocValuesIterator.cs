using SearchNews.Lucene.Search;

namespace SearchNews.Lucene.Index;

/// <summary>Walks the documents that have a value, forward only.</summary>
public abstract class DocValuesIterator : DocIdSetIterator
{
    /// <summary>Moves to <paramref name="target"/>, which must be at or above <c>DocId</c> and below MaxDoc; true when it has a value. Only then is the value defined.</summary>
    public abstract bool AdvanceExact(int target);
}

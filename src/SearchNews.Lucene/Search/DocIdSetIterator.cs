namespace SearchNews.Lucene.Search;

/// <summary>
/// Walks a set of document ids in ascending order. Before the first move <see cref="DocId"/> is -1; after the last document it is
/// <see cref="NoMoreDocs"/>, and moving on from there is not allowed. Belongs to one thread.
/// </summary>
public abstract class DocIdSetIterator
{
    /// <summary>The id that means "none left": above every legal id.</summary>
    public const int NoMoreDocs = int.MaxValue;

    /// <summary>The current document, -1 before the first, <see cref="NoMoreDocs"/> after the last.</summary>
    public abstract int DocId { get; }

    /// <summary>An upper estimate of how many documents there are; used to order iterators, not exact.</summary>
    public abstract long Cost { get; }

    /// <summary>Moves to the next document and returns it.</summary>
    public abstract int NextDoc();

    /// <summary>Moves to the first document at or beyond <paramref name="target"/>, which must be above the current one, and returns it.</summary>
    public abstract int Advance(int target);
}

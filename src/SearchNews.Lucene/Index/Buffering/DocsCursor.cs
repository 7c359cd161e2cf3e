using System.Runtime.InteropServices;
using SearchNews.Lucene.Search;

namespace SearchNews.Lucene.Index.Buffering;

/// <summary>Walks an ascending list of documents for the doc-values iterators of this folder.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct DocsCursor(List<int> docs)
{
    /// <summary>The current document, -1 before the first; after <see cref="AdvanceExact"/> the target.</summary>
    public int Doc { get; private set; } = -1;

    /// <summary>Which of the list's documents is current.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>Number of documents.</summary>
    public readonly int Count => docs.Count;

    public int Next()
    {
        // After a miss of AdvanceExact, Index stands on the first document above the target.
        if (Index < 0 || (Index < docs.Count && docs[Index] <= Doc)) Index++;
        return Doc = Index < docs.Count ? docs[Index] : DocIdSetIterator.NoMoreDocs;
    }

    public int Advance(int target)
    {
        Seek(target);
        return Doc = Index < docs.Count ? docs[Index] : DocIdSetIterator.NoMoreDocs;
    }

    public bool AdvanceExact(int target)
    {
        Seek(target);
        Doc = target;
        return Index < docs.Count && docs[Index] == target;
    }

    private void Seek(int target)
    {
        int from = Math.Max(Index, 0);
        int found = docs.BinarySearch(from, docs.Count - from, target, null);
        Index = found < 0 ? ~found : found;
    }
}

namespace SearchNews.Lucene.Index.Sorting;

/// <summary>The documents of a segment in the order of the index sort; documents that it does not tell apart keep theirs. Immutable.</summary>
internal sealed class DocumentOrder
{
    private readonly int[] _newDocs;

    private DocumentOrder(int[] oldDocs)
    {
        OldDocs = oldDocs;
        _newDocs = new int[oldDocs.Length];
        for (int doc = 0; doc < oldDocs.Length; doc++) _newDocs[oldDocs[doc]] = doc;
    }

    /// <summary>By new number the old one.</summary>
    public int[] OldDocs { get; }

    /// <summary>Sorts the documents of a segment.</summary>
    public static DocumentOrder Of(SegmentContent content, IReadOnlyList<IndexSortField> sort)
    {
        SortKeys keys = SortKeys.Of(content, sort);
        var docs = new int[content.MaxDoc];
        for (int doc = 0; doc < docs.Length; doc++) docs[doc] = doc;
        Array.Sort(docs, (a, b) => keys.Compare(a, b) is not 0 and var order ? order : a.CompareTo(b));
        return new DocumentOrder(docs);
    }

    /// <summary>The new number of an old one.</summary>
    public int NewDoc(int oldDoc) => _newDocs[oldDoc];
}

namespace SearchNews.Lucene.Index;

/// <summary>
/// A snapshot of an index: segments one after the other, whose documents are numbered 0 to <see cref="MaxDoc"/> - 1 through all of them.
/// Immutable and thread-safe.
/// </summary>
/// <remarks>
/// There is nothing to dispose. A snapshot's bytes are in memory, verified when it was opened, and independent of the files from then on: a writer may
/// delete those, and the memory is freed once nobody refers to the snapshot, or to a later one that shares the segment.
/// </remarks>
public class IndexReader
{
    private readonly LeafReaderContext[] _leaves;

    /// <summary>Puts segments one after the other.</summary>
    public IndexReader(IEnumerable<LeafReader> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        var leaves = new List<LeafReaderContext>();
        foreach (LeafReader segment in segments)
        {
            leaves.Add(new LeafReaderContext(segment, leaves.Count, MaxDoc));
            MaxDoc = checked(MaxDoc + segment.MaxDoc);
            NumDocs += segment.NumDocs;
        }

        _leaves = [.. leaves];
    }

    /// <summary>The segments, ascending in document.</summary>
    public IReadOnlyList<LeafReaderContext> Leaves => _leaves;

    /// <summary>Number of documents, deleted ones included.</summary>
    public int MaxDoc { get; }

    /// <summary>Number of live documents.</summary>
    public int NumDocs { get; }

    /// <summary>The segment of a document.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such document.</exception>
    public LeafReaderContext LeafOf(int doc)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(doc);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(doc, MaxDoc);
        int low = 0;
        int high = _leaves.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >>> 1;
            if (_leaves[middle].DocBase <= doc) low = middle;
            else high = middle - 1;
        }

        // Segments without documents share their base with the next one, which is the later.
        return _leaves[low];
    }

    /// <summary>Delivers the stored fields of a document.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such document.</exception>
    public void VisitDocument(int doc, StoredFieldVisitor visitor)
    {
        LeafReaderContext leaf = LeafOf(doc);
        leaf.Reader.VisitDocument(doc - leaf.DocBase, visitor);
    }
}

namespace SearchNews.Lucene.Index;

/// <summary>A snapshot of a whole index: its segments in order, whose documents are numbered one segment after the other. Immutable and thread-safe.</summary>
/// <remarks>
/// There is nothing to dispose. A snapshot's bytes are in memory, verified when it was opened, and independent of the files from then on: a writer may
/// delete those, and the memory is freed once nobody refers to the snapshot, or to a later one that shares the segment.
/// </remarks>
public abstract class IndexReader
{
    /// <summary>The segments, by ascending <see cref="LeafReaderContext.DocBase"/>.</summary>
    public abstract IReadOnlyList<LeafReaderContext> Leaves { get; }

    /// <summary>Number of documents, deleted ones included.</summary>
    public abstract int MaxDoc { get; }

    /// <summary>Number of live documents.</summary>
    public abstract int NumDocs { get; }

    /// <summary>The segment of a document.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such document.</exception>
    public LeafReaderContext LeafOf(int doc)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(doc);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(doc, MaxDoc);
        IReadOnlyList<LeafReaderContext> leaves = Leaves;
        int low = 0;
        int high = leaves.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >>> 1;
            if (leaves[middle].DocBase <= doc) low = middle;
            else high = middle - 1;
        }

        // A segment without documents shares its base with the next one, which this finds.
        return leaves[low];
    }

    /// <summary>Delivers the stored fields of a document.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such document.</exception>
    public void VisitDocument(int doc, StoredFieldVisitor visitor)
    {
        LeafReaderContext leaf = LeafOf(doc);
        leaf.Reader.VisitDocument(doc - leaf.DocBase, visitor);
    }

    /// <summary>Numbers the documents of the segments one segment after the other.</summary>
    /// <exception cref="ArgumentException">More documents than an <see langword="int"/> can number.</exception>
    protected static LeafReaderContext[] Concatenate(IReadOnlyList<LeafReader> readers)
    {
        ArgumentNullException.ThrowIfNull(readers);
        var leaves = new LeafReaderContext[readers.Count];
        long docBase = 0;
        for (int i = 0; i < leaves.Length; i++)
        {
            leaves[i] = new LeafReaderContext(readers[i], (int)docBase, i);
            docBase += readers[i].MaxDoc;
            if (docBase >= int.MaxValue)
                throw new ArgumentException($"Segments hold {docBase} documents; an index can hold at most {int.MaxValue - 1}.", nameof(readers));
        }

        return leaves;
    }
}

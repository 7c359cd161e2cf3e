namespace SearchNews.Lucene.Index;

/// <summary>A snapshot of a whole index: its segments in order, whose documents are numbered one segment after the other. Thread-safe.</summary>
public abstract class IndexReader
{
    /// <summary>The segments, by ascending <see cref="LeafReaderContext.DocBase"/>.</summary>
    public abstract IReadOnlyList<LeafReaderContext> Leaves { get; }

    /// <summary>Number of documents, deleted ones included.</summary>
    public abstract int MaxDoc { get; }

    /// <summary>Number of live documents.</summary>
    public abstract int NumDocs { get; }

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

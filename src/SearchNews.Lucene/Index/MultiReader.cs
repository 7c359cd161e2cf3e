namespace SearchNews.Lucene.Index;

/// <summary>Searches several segments as one index, whatever they come from.</summary>
public sealed class MultiReader : IndexReader
{
    private readonly LeafReaderContext[] _leaves;

    /// <summary>Puts the segments in a row. They stay the caller's.</summary>
    public MultiReader(params IReadOnlyList<LeafReader> readers)
    {
        _leaves = Concatenate(readers);
        foreach (LeafReaderContext leaf in _leaves)
        {
            MaxDoc += leaf.Reader.MaxDoc;
            NumDocs += leaf.Reader.NumDocs;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<LeafReaderContext> Leaves => _leaves;

    /// <inheritdoc/>
    public override int MaxDoc { get; }

    /// <inheritdoc/>
    public override int NumDocs { get; }
}
